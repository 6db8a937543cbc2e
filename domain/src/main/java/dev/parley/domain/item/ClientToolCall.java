package dev.parley.domain.item;

import dev.parley.domain.shared.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The assistant asks the client to do something, and goes on when it has.
 *
 * @param callId the model's name for the call
 * @param arguments an object
 * @param output what the client gave back; null exactly while the call is pending
 */
public record ClientToolCall(
        ItemId id,
        long sequence,
        String callId,
        String name,
        Json arguments,
        @Nullable Json output,
        Instant createdAt) implements Item {

    /** Whether the client has not answered. */
    public boolean isPending() {
        return output == null;
    }

    /** The call with what the client gave back. */
    public ClientToolCall completed(Json result) {
        return new ClientToolCall(id, sequence, callId, name, arguments, result, createdAt);
    }

    @Override
    public ClientToolCall at(long place) {
        return new ClientToolCall(id, place, callId, name, arguments, output, createdAt);
    }
}
