package dev.parley.domain.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The assistant called a tool. An item of the thread, so that what a tool has done is known even after a crash, but no
 * message.
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

    /** Nothing: a call is no message. */
    @Override
    public String text() {
        return "";
    }

    /** What the tool gave back. */
    public record Outcome(String content, boolean isError) {}
}
