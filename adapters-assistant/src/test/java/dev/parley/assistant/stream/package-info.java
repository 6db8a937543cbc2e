/** Reads what a model streams: bytes to events, events to chunks, chunks to one turn. */
@NullMarked
package dev.parley.assistant.stream;

import org.jspecify.annotations.NullMarked;
