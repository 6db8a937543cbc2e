package dev.parley.domain.run;

import java.util.UUID;

/**
 * A server that runs runs.
 *
 * @param name the same at each start, and no other server's of the same database
 * @param start another at each start
 */
public record Node(String name, UUID start) {}
