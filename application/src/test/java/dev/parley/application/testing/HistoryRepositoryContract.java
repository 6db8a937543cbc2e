package dev.parley.application.testing;

import static dev.parley.application.testing.Examples.NOW;
import static dev.parley.application.testing.Examples.conversationOf;
import static dev.parley.application.testing.Examples.someone;
import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.history.ItemBatch;
import dev.parley.domain.history.ItemRange;
import dev.parley.domain.history.ItemRange.Kind;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.Message;
import dev.parley.domain.item.ToolCall;
import dev.parley.domain.item.Widget;
import dev.parley.domain.shared.Json;
import dev.parley.domain.shared.PageLimit;
import dev.parley.domain.shared.PageOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link dev.parley.domain.history.HistoryRepository} promises, and other readers of items do as well. */
public abstract class HistoryRepositoryContract {

    private static final int LONG = 10_000;
    private static final PageLimit ENOUGH = new PageLimit(100, 1_000_000);

    private final PortsUnderTest ports = ports();
    private final UnitOfWork unitOfWork = ports.unitOfWork();
    private final ConversationRepository conversations = ports.conversations();

    /** Adapters over an empty store. */
    protected abstract PortsUnderTest ports();

    @Test
    void itemsComeInTheirOrderWithinTheirBounds() {
        ConversationId thread = with(widgets(4, 1));

        assertThat(sequences(thread, all(true))).containsExactly(1L, 2L, 3L, 4L);
        assertThat(sequences(thread, all(false))).containsExactly(4L, 3L, 2L, 1L);
        assertThat(sequences(thread, new ItemRange(Kind.ANY, true, 1, 4))).containsExactly(2L, 3L);
        assertThat(sequences(thread, new ItemRange(Kind.ANY, false, 1, 4))).containsExactly(3L, 2L);
        assertThat(sequences(thread, all(true).after(2))).containsExactly(3L, 4L);
        assertThat(sequences(thread, all(false).after(2))).containsExactly(1L);
    }

    @Test
    void aKindIsAllThatIsRead() {
        ConversationId thread = with(EveryItem.items());
        Predicate<Item> isMessageOrCall = item -> item instanceof Message || item instanceof ToolCall;

        assertThat(read(thread, of(Kind.ANY), ENOUGH).items()).isEqualTo(EveryItem.items());
        assertThat(read(thread, of(Kind.MESSAGE_OR_CALL), ENOUGH).items()).isEqualTo(every(isMessageOrCall));
        assertThat(read(thread, of(Kind.CALL), ENOUGH).items()).isEqualTo(every(ToolCall.class::isInstance));
        assertThat(read(thread, of(Kind.OTHER_VISIBLE), ENOUGH).items())
                .isEqualTo(every(not(isMessageOrCall).and(Item::isVisible)));
    }

    @Test
    void aBatchEndsWithItsEntries() {
        ConversationId thread = with(widgets(3, 1));

        assertThat(read(thread, all(true), new PageLimit(2, 1_000_000)))
                .returns(true, ItemBatch::hasMore)
                .extracting(batch -> batch.items().size())
                .isEqualTo(2);
        assertThat(read(thread, all(true), new PageLimit(3, 1_000_000)).hasMore())
                .isFalse();
    }

    @Test
    void aBatchEndsWithItsBytes() {
        ConversationId thread = with(widgets(5, LONG));

        ItemBatch batch = read(thread, all(true), new PageLimit(100, 3 * LONG));

        assertThat(batch.items()).hasSize(2);
        assertThat(batch.hasMore()).isTrue();
        assertThat(batch.bytes()).isBetween(2L * LONG, 3L * LONG);
    }

    @Test
    void theFirstItemIsThereHoweverLongItIs() {
        ConversationId thread = with(widgets(2, LONG));

        assertThat(read(thread, all(false), new PageLimit(100, 1)).items())
                .extracting(Item::sequence)
                .containsExactly(2L);
    }

    @Test
    void nobodyElsesItemsAreRead() {
        with(widgets(2, 1));
        ConversationId empty = with(List.of());

        assertThat(read(empty, all(true), ENOUGH)).isEqualTo(new ItemBatch(List.of(), 0, false));
    }

    @Test
    void pagesEndWithTheirBytesAsWell() {
        ConversationId thread = with(widgets(5, LONG));

        assertThat(unitOfWork.read(() ->
                        conversations.visibleItems(thread, PageOrder.OLDEST_FIRST, new PageLimit(100, 3 * LONG), null)))
                .satisfies(page -> assertThat(page.hasMore()).isTrue())
                .satisfies(page ->
                        assertThat(page.entries()).extracting(Item::sequence).containsExactly(1L, 2L));
        assertThat(unitOfWork.read(() -> conversations.visibleItems(
                        thread, PageOrder.NEWEST_FIRST, new PageLimit(100, 3 * LONG), new ItemId("w2"))))
                .satisfies(page -> assertThat(page.hasMore()).isFalse())
                .satisfies(page ->
                        assertThat(page.entries()).extracting(Item::sequence).containsExactly(1L));
    }

    @Test
    void theLatestItemsAreAsManyAsTheirBytesAllow() {
        ConversationId thread = with(widgets(5, LONG));

        assertThat(unitOfWork.<List<Item>>read(
                        () -> conversations.latestItems(thread, Long.MAX_VALUE, new PageLimit(100, 3 * LONG))))
                .extracting(Item::sequence)
                .containsExactly(4L, 5L);
    }

    private List<Long> sequences(ConversationId thread, ItemRange range) {
        return read(thread, range, ENOUGH).items().stream().map(Item::sequence).toList();
    }

    private ItemBatch read(ConversationId thread, ItemRange range, PageLimit limit) {
        return unitOfWork.read(() -> ports.history().items(thread, range, limit));
    }

    private ConversationId with(List<Item> items) {
        Conversation conversation = conversationOf(someone());
        unitOfWork.run(() -> conversations.add(conversation, 10));
        items.forEach(item -> unitOfWork.run(() -> conversations.append(
                conversations.lock(conversation.id()).orElseThrow().append(item, NOW))));
        return conversation.id();
    }

    private static ItemRange all(boolean ascending) {
        return new ItemRange(Kind.ANY, ascending, 0, Long.MAX_VALUE);
    }

    private static ItemRange of(Kind kind) {
        return new ItemRange(kind, true, 0, Long.MAX_VALUE);
    }

    private static List<Item> every(Predicate<Item> which) {
        return EveryItem.items().stream().filter(which).toList();
    }

    private static List<Item> widgets(int number, int length) {
        List<Item> widgets = new ArrayList<>();
        IntStream.rangeClosed(1, number)
                .forEach(each -> widgets.add(new Widget(
                        new ItemId("w" + each), Item.DRAFT, new Json("\"" + "x".repeat(length) + "\""), null, NOW)));
        return widgets;
    }
}
