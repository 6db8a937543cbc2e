package dev.parley.architecture.bad.domain.unmarked;

/** Its package has no {@code package-info.java}. */
final class Unmarked {}
