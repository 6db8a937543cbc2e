package dev.parley.domain.item;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The assistant called a tool of the server's. An item of the thread, so that what a tool has done is known even after a
 * crash, but no message, and never shown by the ChatKit protocol.
 *
 * @param callId the model's name for the call
 * @param arguments as the model wrote them
 * @param outcome null until the tool has returned
 */
public record ToolCall(
        ItemId id,
        long sequence,
        String callId,
        String name,
        String arguments,
        @Nullable Outcome outcome,
        Instant createdAt)
        implements Item {

    /** The call with its outcome. */
    public ToolCall returned(Outcome result) {
        return new ToolCall(id, sequence, callId, name, arguments, result, createdAt);
    }

    @Override
    public ToolCall at(long place) {
        return new ToolCall(id, place, callId, name, arguments, outcome, createdAt);
    }

    @Override
    public boolean isVisible() {
        return false;
    }

    /** What the tool gave back. */
    public record Outcome(String content, boolean isError) {}
}
