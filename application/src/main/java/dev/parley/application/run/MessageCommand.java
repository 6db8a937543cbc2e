package dev.parley.application.run;

import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversation.Appended;
import dev.parley.domain.conversation.ConversationLimits;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.conversation.UserInput;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.UserMessage;
import java.time.Instant;
import java.util.Optional;

/**
 * Adds a message.
 *
 * @param startsThread whether the conversation begins with it
 */
record MessageCommand(
        ItemId id,
        UserInput input,
        boolean startsThread,
        ConversationLimits limits,
        ConversationRepository conversations)
        implements ConversationCommand {

    MessageCommand {
        input = input.withShortQuotation(limits);
    }

    @Override
    public void check(Conversation conversation) {
        conversation.check(input, limits);
    }

    @Override
    public Optional<UserMessage> message(Instant now) {
        return Optional.of(input.message(id, now));
    }

    @Override
    public TurnTrigger apply(Conversation conversation, Instant now) {
        Appended appended = conversation.receive(id, input, limits, now);
        conversations.append(appended);
        return startsThread ? TurnTrigger.thread(appended) : TurnTrigger.message(conversation, appended);
    }
}
