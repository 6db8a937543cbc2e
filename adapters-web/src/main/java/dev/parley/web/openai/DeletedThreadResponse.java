package dev.parley.web.openai;

/** That a thread is gone. */
record DeletedThreadResponse(String id, String object, boolean deleted) {}
