package dev.parley.architecture.bad.web.session;

/** A blameless body of a response. */
public record NoteResponse(String text) {}
