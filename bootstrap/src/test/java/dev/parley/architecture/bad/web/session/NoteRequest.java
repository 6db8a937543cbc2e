package dev.parley.architecture.bad.web.session;

/** A blameless body of a request. */
public record NoteRequest(String text) {}
