package dev.parley.domain.conversation;

import org.jspecify.annotations.Nullable;

/** Whether a thread takes messages. */
public sealed interface ThreadStatus {

    /** It does. */
    ThreadStatus ACTIVE = new Active();

    /** It does. */
    record Active() implements ThreadStatus {}

    /**
     * Not now.
     *
     * @param reason for the user; null for none
     */
    record Locked(@Nullable String reason) implements ThreadStatus {}

    /**
     * Never again.
     *
     * @param reason for the user; null for none
     */
    record Closed(@Nullable String reason) implements ThreadStatus {}
}
