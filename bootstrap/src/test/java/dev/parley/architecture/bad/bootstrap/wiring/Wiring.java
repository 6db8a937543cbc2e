package dev.parley.architecture.bad.bootstrap.wiring;

/** Blameless. */
public interface Wiring {}
