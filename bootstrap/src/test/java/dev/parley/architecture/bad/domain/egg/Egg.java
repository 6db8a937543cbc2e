package dev.parley.architecture.bad.domain.egg;

import dev.parley.architecture.bad.domain.ring.Chicken;
import org.jspecify.annotations.Nullable;

/** Needs a chicken. */
public record Egg(@Nullable Chicken from) {}
