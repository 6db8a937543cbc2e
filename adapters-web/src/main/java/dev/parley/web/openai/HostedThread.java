package dev.parley.web.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ListedThread;
import dev.parley.domain.conversation.ThreadStatus;
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

    static HostedThread of(ListedThread listed) {
        Conversation thread = listed.conversation();
        return new HostedThread(
                thread.id().toString(),
                "chatkit.thread",
                thread.createdAt().getEpochSecond(),
                thread.title().equals(Title.NEW_CHAT) ? null : thread.title().value(),
                Status.of(thread.status()),
                listed.user().value());
    }

    /** Whether the thread takes messages. */
    sealed interface Status {

        private static Status of(ThreadStatus status) {
            return switch (status) {
                case ThreadStatus.Active active -> new Active("active");
                case ThreadStatus.Locked locked -> new Shut("locked", locked.reason());
                case ThreadStatus.Closed closed -> new Shut("closed", closed.reason());
            };
        }
    }

    /** It does. */
    record Active(String type) implements Status {}

    /**
     * It does not.
     *
     * @param reason null for none
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Shut(String type, @Nullable String reason) implements Status {}
}
