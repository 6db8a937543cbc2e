package dev.parley.architecture.bad.misplaced;

/** Is in no layer, and its package has no {@code package-info.java}. */
final class Stray {}
