package dev.parley.web.chatkit;

/** What a client of the protocol wants. */
sealed interface Operation permits StreamingOperation, JsonOperation {}
