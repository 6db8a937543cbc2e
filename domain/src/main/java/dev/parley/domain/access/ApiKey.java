package dev.parley.domain.access;

import java.time.Instant;

/** The right of a server to open client sessions and to read and delete everybody's threads. */
public record ApiKey(KeyName name, Instant createdAt) {}
