package dev.parley.architecture.bad.application.shared;

/** An annotation to misuse. */
public @interface UseCase {}
