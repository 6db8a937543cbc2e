package dev.parley.application.testing;

import static dev.parley.application.testing.Examples.NOW;
import static dev.parley.application.testing.Examples.conversationOf;
import static dev.parley.application.testing.Examples.someone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.idempotency.Claim;
import dev.parley.domain.idempotency.Fingerprint;
import dev.parley.domain.idempotency.IdempotencyKey;
import dev.parley.domain.idempotency.KeyedOutcome;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.Widget;
import dev.parley.domain.shared.Json;
import org.junit.jupiter.api.Test;

/** What every {@link dev.parley.domain.account.AccountRepository} promises of the bytes that accounts store. */
public abstract class StoredBytesContract {

    private static final int MUCH = 10_000;

    private final PortsUnderTest ports = ports();
    private final UnitOfWork unitOfWork = ports.unitOfWork();
    private final ConversationRepository conversations = ports.conversations();
    private final AccountId ada = someone();
    private final AccountId bob = someone();

    /** Adapters over an empty store. */
    protected abstract PortsUnderTest ports();

    @Test
    void whoIsNotKnownStoresNothing() {
        assertThat(stored(ada)).isZero();
    }

    @Test
    void anItemCountsForTheOwnerOfItsThread() {
        append(begin(ada), "one", MUCH);
        begin(bob);

        assertThat(stored(ada)).isBetween((long) MUCH, MUCH + 1_000L);
        assertThat(stored(bob)).isZero();
    }

    @Test
    void allThreadsCountTogether() {
        append(begin(ada), "one", MUCH);
        append(begin(ada), "two", MUCH);

        assertThat(stored(ada)).isGreaterThan(2 * MUCH);
    }

    @Test
    void aReplacedItemCountsAsItIsNow() {
        ConversationId thread = begin(ada);
        Item item = append(thread, "one", MUCH);
        long before = stored(ada);

        unitOfWork.run(() -> conversations.save(thread, widget("one", 3 * MUCH).at(item.sequence())));
        assertThat(stored(ada)).isEqualTo(before + 2 * MUCH);

        unitOfWork.run(() -> conversations.save(thread, item));
        assertThat(stored(ada)).isEqualTo(before);
    }

    @Test
    void aDeletedItemCountsNoLonger() {
        ConversationId thread = begin(ada);
        append(thread, "one", 1);
        long before = stored(ada);
        append(thread, "two", MUCH);
        append(thread, "three", MUCH);
        append(thread, "four", MUCH);

        unitOfWork.run(() -> conversations.deleteItem(thread, new ItemId("three")));
        assertThat(stored(ada)).isBetween(before + 2 * MUCH, before + 2 * MUCH + 2_000L);

        unitOfWork.run(() -> conversations.deleteItemsBehind(thread, 1));
        assertThat(stored(ada)).isEqualTo(before);
    }

    @Test
    void aDeletedThreadCountsNoLonger() {
        append(begin(ada), "kept", MUCH);
        long before = stored(ada);
        ConversationId thread = begin(ada);
        append(thread, "one", MUCH);
        append(thread, "two", MUCH);

        unitOfWork.run(() -> conversations.delete(conversations.lock(thread).orElseThrow()));

        assertThat(stored(ada)).isEqualTo(before);
    }

    @Test
    void anOutcomeCountsUntilItIsForgotten() {
        begin(ada);
        begin(bob);
        remember(ada, "x".repeat(MUCH));
        remember(bob, "x");

        assertThat(stored(ada)).isBetween((long) MUCH, MUCH + 1_000L);

        unitOfWork.run(() -> ports.idempotency().removeOlderThan(NOW.plusSeconds(1), 10));

        assertThat(stored(ada)).isZero();
        assertThat(stored(bob)).isZero();
    }

    private long stored(AccountId account) {
        return unitOfWork.read(() -> ports.accounts().storedBytes(account));
    }

    private ConversationId begin(AccountId owner) {
        Conversation conversation = conversationOf(owner);
        unitOfWork.run(() -> conversations.add(conversation, 10));
        return conversation.id();
    }

    private Item append(ConversationId thread, String id, int length) {
        return unitOfWork.execute(() -> {
            Conversation.Appended appended =
                    conversations.lock(thread).orElseThrow().append(widget(id, length), NOW);
            conversations.append(appended);
            return appended.item();
        });
    }

    private void remember(AccountId account, String outcome) {
        Claim claim = new Claim(account, IdempotencyKey.of("key", "key"), Fingerprint.of("", new byte[0]));
        unitOfWork.run(() -> ports.idempotency().add(new KeyedOutcome(claim, outcome, NOW)));
    }

    private static Widget widget(String id, int length) {
        return new Widget(new ItemId(id), Item.DRAFT, new Json("\"" + "x".repeat(length) + "\""), null, NOW);
    }
}
