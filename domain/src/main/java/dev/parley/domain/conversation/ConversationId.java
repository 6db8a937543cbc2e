package dev.parley.domain.conversation;

import dev.parley.domain.shared.NameBasedUuid;
import java.util.UUID;

/** The id of a conversation: of its session and of its thread, which are the same. */
public record ConversationId(UUID value) {

    /**
     * Reads an id. A UUID is taken as it is; any other text stands for the UUID derived from it, as clients of the
     * Python backend expect.
     */
    public static ConversationId of(String text) {
        return new ConversationId(NameBasedUuid.isUuid(text) ? UUID.fromString(text) : NameBasedUuid.of(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
