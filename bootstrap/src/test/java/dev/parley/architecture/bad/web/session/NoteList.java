package dev.parley.architecture.bad.web.session;

/** A type of web, blameless. */
public record NoteList() {}
