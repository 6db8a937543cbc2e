package dev.parley.domain.run;

import org.jspecify.annotations.Nullable;

/**
 * A run and what it cost.
 *
 * @param usage null where nobody told
 */
public record RunReport(Run run, @Nullable Usage usage) {}
