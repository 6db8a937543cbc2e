package dev.parley.architecture.bad.misplaced;

/** Is in no layer. */
final class Stray {}
