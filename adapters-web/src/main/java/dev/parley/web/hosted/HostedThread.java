package dev.parley.web.hosted;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ListedThread;
import dev.parley.domain.conversation.Title;
import org.jspecify.annotations.Nullable;

/**
 * A thread.
 *
 * @param createdAt in Unix seconds
 * @param title null until it has one of its own
 * @param user what its owner is called by whoever vouches for them
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record HostedThread(
        String id,
        String object,
        @JsonProperty("created_at") long createdAt,
        @Nullable String title,
        Status status,
        String user)
        implements Entry {

    private static final Status ACTIVE = new Status("active");

    static HostedThread of(ListedThread listed) {
        Conversation thread = listed.conversation();
        return new HostedThread(
                thread.id().toString(),
                "chatkit.thread",
                thread.createdAt().getEpochSecond(),
                thread.title().equals(Title.NEW_CHAT) ? null : thread.title().value(),
                ACTIVE,
                listed.user().value());
    }

    /** Whether the thread takes messages. */
    record Status(String type) {}
}
