package dev.parley.architecture.bad.persistence.shared;

/** Another adapter's type, blameless. */
public record ForeignAdapter() {}
