package dev.parley.web.chatkit;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.domain.conversation.Conversation;
import java.time.Instant;
import java.util.List;

/**
 * A thread, without its items.
 *
 * @param items always an empty page here
 */
public record WireThread(
        String id, String title, @JsonProperty("created_at") Instant createdAt, Status status, Page items) {

    private static final Status ACTIVE = new Status("active");
    private static final Page EMPTY = new Page(List.of(), false);

    static WireThread of(Conversation conversation) {
        return new WireThread(
                conversation.id().toString(), conversation.title().value(), conversation.createdAt(), ACTIVE, EMPTY);
    }

    /** Whether the thread takes messages. */
    public record Status(String type) {}

    /** A page of items. */
    public record Page(
            List<WireItem> data, @JsonProperty("has_more") boolean hasMore) {}
}
