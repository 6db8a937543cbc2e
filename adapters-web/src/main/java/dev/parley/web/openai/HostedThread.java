package dev.parley.web.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
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

    /** Whether the thread takes messages. */
    sealed interface Status {}

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
