package dev.parley.web.hosted;

/** That a thread is gone. */
record DeletedThreadResponse(String id, String object, boolean deleted) {}
