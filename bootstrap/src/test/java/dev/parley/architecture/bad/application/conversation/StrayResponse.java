package dev.parley.architecture.bad.application.conversation;

/** Responses are web's. */
record StrayResponse(String text) {}
