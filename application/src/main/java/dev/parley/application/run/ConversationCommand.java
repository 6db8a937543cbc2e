package dev.parley.application.run;

import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.item.UserMessage;
import java.time.Instant;
import java.util.Optional;

/** What a user does in a conversation, which causes a run. What it throws refuses it, and nothing has changed then. */
@FunctionalInterface
public interface ConversationCommand {

    /**
     * Checks it whether or not a run is active in the conversation.
     *
     * @throws dev.parley.domain.shared.Failure if it is refused
     */
    default void check(Conversation conversation) {}

    /** The message that it adds, which can wait for an active run to end; empty where an active run refuses it. */
    default Optional<UserMessage> message(Instant now) {
        return Optional.empty();
    }

    /**
     * Stores it, inside the unit that begins the run.
     *
     * @param conversation the owner's, locked; messages that waited and were given up may stand behind its last sequence
     * @throws dev.parley.domain.shared.Failure if the conversation's state does not allow it
     */
    TurnTrigger apply(Conversation conversation, Instant now);
}
