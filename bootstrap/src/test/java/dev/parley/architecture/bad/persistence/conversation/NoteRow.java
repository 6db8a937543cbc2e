package dev.parley.architecture.bad.persistence.conversation;

/** A blameless row. */
public record NoteRow(String text) {}
