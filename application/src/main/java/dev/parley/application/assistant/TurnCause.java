package dev.parley.application.assistant;

import dev.parley.domain.item.ClientToolCall;
import dev.parley.domain.item.StructuredInput;

/** What a user did, so that the assistant is to answer or to go on. */
public sealed interface TurnCause {

    /** The user said something, or wants it to be answered again. */
    TurnCause MESSAGE_SENT = new MessageSent();

    /** The user said something, or wants it to be answered again: the turn's message. */
    record MessageSent() implements TurnCause {}

    /** The user's client did what the assistant had asked it to do. */
    record ToolReturned(ClientToolCall call) implements TurnCause {}

    /** The user answered, or skipped, the assistant's questions. */
    record Answered(StructuredInput input) implements TurnCause {}

    /** The user acted on a widget. */
    record Acted(WidgetAction action) implements TurnCause {}
}
