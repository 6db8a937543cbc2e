package dev.parley.architecture.bad.domain.conversation;

/** A blameless type of the domain. */
public record Note(String text) {}
