package dev.parley.application.testing;

import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationLimits;
import dev.parley.domain.conversation.UserInput;
import dev.parley.domain.item.InferenceOptions;
import dev.parley.domain.item.InputText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Values that tests speak of. */
public final class Examples {

    /** An instant with microseconds. */
    public static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");

    /** The limits that Parley has by default. */
    public static final ConversationLimits LIMITS = new ConversationLimits(10, 500, 100);

    private Examples() {}

    /** An account that nobody else has. */
    public static AccountId someone() {
        return new AccountId(UUID.randomUUID());
    }

    /** A new conversation of the owner. */
    public static Conversation conversationOf(AccountId owner) {
        return conversationOf(owner, NOW);
    }

    /** A new conversation of the owner, begun at a time. */
    public static Conversation conversationOf(AccountId owner, Instant begin) {
        return Conversation.start(new ConversationId(UUID.randomUUID()), owner, begin);
    }

    /** A message of one part. */
    public static UserInput saying(String text) {
        return new UserInput(List.of(new InputText(text)));
    }

    /** A message of one part, to be answered by a model. */
    public static UserInput saying(String text, String model) {
        return new UserInput(List.of(new InputText(text)), new InferenceOptions(model, null));
    }
}
