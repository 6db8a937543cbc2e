package dev.parley.domain.conversation;

import dev.parley.domain.account.AccountId;
import java.time.Instant;
import java.util.List;

/**
 * A session and its thread. Items are rows of their own: the conversation only counts them, so that an append costs the
 * same however long the thread is.
 *
 * @param messageCount messages of user and assistant
 * @param lastSequence the sequence of the newest item ever appended, 0 where there was none
 * @param updatedAt when its title or its items last changed
 */
public record Conversation(
        ConversationId id,
        AccountId owner,
        Title title,
        int messageCount,
        long lastSequence,
        Instant createdAt,
        Instant updatedAt) {

    /** A new conversation without messages. */
    public static Conversation start(ConversationId id, AccountId owner, Instant now) {
        return new Conversation(id, owner, Title.NEW_CHAT, 0, 0, now, now);
    }

    /**
     * Returns this conversation, if the account owns it.
     *
     * @throws NotYourSession if another account does
     */
    public Conversation ownedBy(AccountId account) {
        if (!owner.equals(account)) {
            throw new NotYourSession();
        }
        return this;
    }

    /** This conversation with another title. */
    public Conversation renamed(Title newTitle, Instant now) {
        return new Conversation(id, owner, newTitle, messageCount, lastSequence, createdAt, notBefore(now));
    }

    /**
     * Takes a user's message. The first one gives the conversation its title, unless its user has chosen one.
     *
     * @throws EmptyMessage if the input is nothing but white space
     * @throws MessageTooLong if the input is longer than allowed
     * @throws MessageLimitReached if the conversation is full
     */
    public Appended receive(ItemId itemId, UserInput input, ConversationLimits limits, Instant now) {
        input.check(limits);
        if (messageCount >= limits.messagesPerSession()) {
            throw new MessageLimitReached(limits.messagesPerSession());
        }
        boolean untitled = messageCount == 0 && title.equals(Title.NEW_CHAT);
        Title newTitle = untitled ? Title.fromMessage(input.text()) : title;
        return new Appended(
                withOneMore(newTitle, now),
                new UserMessage(itemId, lastSequence + 1, input.content(), input.options(), now));
    }

    /** Takes what the assistant said. An answer that was begun is always kept, whatever the limits. */
    public Appended answer(ItemId itemId, String text, Instant now) {
        return new Appended(
                withOneMore(title, now),
                new AssistantMessage(itemId, lastSequence + 1, List.of(new OutputText(text)), now));
    }

    /**
     * Notes that the assistant calls a tool.
     *
     * @param callId the model's name for the call
     * @param arguments as the model wrote them
     */
    public Appended call(ItemId itemId, String callId, String name, String arguments, Instant now) {
        Conversation after =
                new Conversation(id, owner, title, messageCount, lastSequence + 1, createdAt, notBefore(now));
        return new Appended(after, new ToolCall(itemId, lastSequence + 1, callId, name, arguments, null, now));
    }

    private Conversation withOneMore(Title newTitle, Instant now) {
        return new Conversation(id, owner, newTitle, messageCount + 1, lastSequence + 1, createdAt, notBefore(now));
    }

    /** Clocks may go back; the order of sessions should not. */
    private Instant notBefore(Instant now) {
        return now.isBefore(updatedAt) ? updatedAt : now;
    }

    /**
     * A conversation and the item that it has just taken.
     *
     * @param conversation the conversation afterwards
     */
    public record Appended(Conversation conversation, Item item) {}
}
