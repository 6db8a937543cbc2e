package dev.parley.domain.conversation;

import dev.parley.domain.account.AccountId;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.Message;
import dev.parley.domain.item.MessageAttachment;
import dev.parley.domain.item.UserMessage;
import dev.parley.domain.shared.Failure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session and its thread. Items are rows of their own: the conversation only counts them, so that an append costs the
 * same however long the thread is.
 *
 * @param imageDomains from where its images may come, {@code *} for anywhere; null for what the operator has set
 * @param messageCount messages of user and assistant
 * @param lastSequence the sequence of the newest item ever appended, 0 where there was none; messages that wait stand behind
 * @param lastWaiting the sequence of the newest message that ever waited, 0 where there was none
 * @param updatedAt when its title or its items last changed
 */
public record Conversation(
        ConversationId id,
        AccountId owner,
        Title title,
        ThreadStatus status,
        @Nullable List<String> imageDomains,
        int messageCount,
        long lastSequence,
        long lastWaiting,
        Instant createdAt,
        Instant updatedAt) {

    /** How many items a run may add before the message that waits for its end: more than any can. */
    private static final long PLACES_OF_A_RUN = 1L << 32;

    public Conversation {
        imageDomains = imageDomains == null ? null : List.copyOf(imageDomains);
    }

    /** A new conversation without messages. */
    public static Conversation start(ConversationId id, AccountId owner, Instant now) {
        return new Conversation(id, owner, Title.NEW_CHAT, ThreadStatus.ACTIVE, null, 0, 0, 0, now, now);
    }

    /**
     * Returns this conversation, if the account owns it.
     *
     * @throws Failure FORBIDDEN if another account does
     */
    public Conversation ownedBy(AccountId account) {
        if (!owner.equals(account)) {
            throw new Failure(ConversationError.FORBIDDEN);
        }
        return this;
    }

    /** This conversation with another title. */
    public Conversation renamed(Title newTitle, Instant now) {
        return changed(newTitle, status, imageDomains, now);
    }

    /** This conversation with another status. */
    public Conversation withStatus(ThreadStatus newStatus, Instant now) {
        return changed(title, newStatus, imageDomains, now);
    }

    /**
     * This conversation with images from other domains.
     *
     * @param newDomains {@code *} for any; null for what the operator has set
     */
    public Conversation withImageDomains(@Nullable List<String> newDomains, Instant now) {
        return changed(title, status, newDomains, now);
    }

    /**
     * Takes a user's message while none waits, if {@link #check} allows it. It comes behind those that waited and were given
     * up. The first one with words gives the conversation its title, unless somebody has chosen one; until then the name of
     * the first file does.
     */
    public Appended receive(ItemId itemId, UserInput input, ConversationLimits limits, Instant now) {
        check(input, limits);
        return titledBy(input.text(), input.attachments(), now)
                .reachedNewest(now)
                .append(input.message(itemId, now), now);
    }

    /**
     * Takes a message that waits for the active run's end. It gets a place of its own, so far behind all others that what
     * that run adds comes before it.
     */
    public Appended receiveWaiting(UserMessage message, Instant now) {
        long place = newestSequence() + PLACES_OF_A_RUN;
        Conversation titled = titledBy(message.text(), message.attachments(), now);
        return new Appended(titled.counting(messageCount + 1, lastSequence, place, now), message.at(place));
    }

    /** This conversation when all that waited have been answered or given up: what is added now comes behind them. */
    public Conversation reachedNewest(Instant now) {
        return lastWaiting <= lastSequence ? this : reached(lastWaiting, now);
    }

    /** This conversation when the turn of the message with this sequence has come: what is added now comes behind it. */
    public Conversation reached(long sequence, Instant now) {
        return counting(messageCount, Math.max(lastSequence, sequence), lastWaiting, now);
    }

    /** The sequence of the newest item, whether it waits or not. */
    public long newestSequence() {
        return Math.max(lastSequence, lastWaiting);
    }

    /**
     * Checks that the conversation takes a user's message.
     *
     * @throws Failure THREAD_LOCKED or THREAD_CLOSED if the thread is locked or closed
     * @throws Failure EMPTY_MESSAGE if the input says nothing
     * @throws Failure MESSAGE_TOO_LONG if the input is longer than allowed
     * @throws Failure MESSAGE_LIMIT if the conversation is full
     */
    public void check(UserInput input, ConversationLimits limits) {
        checkOpen();
        input.check(limits);
        if (messageCount >= limits.messagesPerSession()) {
            throw new Failure(ConversationError.MESSAGE_LIMIT, limits.messagesPerSession());
        }
    }

    /** Takes an item. What an assistant has begun is always kept, whatever the limits. */
    public Appended append(Item draft, Instant now) {
        Item item = draft.at(lastSequence + 1);
        int messages = item instanceof Message ? messageCount + 1 : messageCount;
        return new Appended(counting(messages, lastSequence + 1, lastWaiting, now), item);
    }

    /** This conversation after an item of it has changed. */
    public Conversation touched(Instant now) {
        return without(0, now);
    }

    /**
     * This conversation after items of it were deleted; their sequences are never given again.
     *
     * @param messages how many of them were messages
     */
    public Conversation without(int messages, Instant now) {
        return counting(messageCount - messages, lastSequence, lastWaiting, now);
    }

    /**
     * Checks that the thread takes messages.
     *
     * @throws Failure THREAD_LOCKED or THREAD_CLOSED if it is locked or closed
     */
    public void checkOpen() {
        switch (status) {
            case ThreadStatus.Active open -> {}
            case ThreadStatus.Locked locked -> throw notOpen(ConversationError.THREAD_LOCKED, locked.reason());
            case ThreadStatus.Closed closed -> throw notOpen(ConversationError.THREAD_CLOSED, closed.reason());
        }
    }

    private static Failure notOpen(ConversationError error, @Nullable String reason) {
        return reason == null ? new Failure(error) : Failure.because(error, reason);
    }

    private Conversation changed(
            Title newTitle, ThreadStatus newStatus, @Nullable List<String> newDomains, Instant now) {
        return new Conversation(
                id,
                owner,
                newTitle,
                newStatus,
                newDomains,
                messageCount,
                lastSequence,
                lastWaiting,
                createdAt,
                notBefore(now));
    }

    private Conversation counting(int messages, long last, long waiting, Instant now) {
        return new Conversation(
                id, owner, title, status, imageDomains, messages, last, waiting, createdAt, notBefore(now));
    }

    private Conversation titledBy(String text, List<MessageAttachment> files, Instant now) {
        return switch (title.origin()) {
            case WORDS -> this;
            case FILE -> titled(Title.fromMessage(text), now);
            case NONE ->
                titled(
                        Title.fromMessage(text)
                                .or(() -> files.stream().findFirst().flatMap(file -> Title.fromFile(file.name()))),
                        now);
        };
    }

    private Conversation titled(Optional<Title> given, Instant now) {
        return given.map(newTitle -> renamed(newTitle, now)).orElse(this);
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
