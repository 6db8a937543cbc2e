package dev.parley.architecture.bad.application.conversation;

/** Requests are web's. */
record StrayRequest(String text) {}
