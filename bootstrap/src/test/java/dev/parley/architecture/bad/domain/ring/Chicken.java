package dev.parley.architecture.bad.domain.ring;

import dev.parley.architecture.bad.domain.egg.Egg;

/** Needs an egg. */
public record Chicken(Egg from) {}
