package dev.parley.application.testing;

import static dev.parley.application.testing.Examples.NOW;
import static dev.parley.application.testing.Examples.conversationOf;
import static dev.parley.application.testing.Examples.someone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversation.Appended;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.item.ClientToolCall;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.Message;
import dev.parley.domain.item.UserMessage;
import dev.parley.domain.item.Widget;
import dev.parley.domain.shared.Json;
import dev.parley.domain.shared.Page;
import dev.parley.domain.shared.PageLimit;
import dev.parley.domain.shared.PageOrder;
import dev.parley.domain.shared.PageRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every {@link ConversationRepository} promises of single items and of pages. */
public abstract class ItemContract {

    private static final ItemId UNKNOWN = ItemId.ofMessage("unknown");

    private final PortsUnderTest ports = ports();
    private final UnitOfWork unitOfWork = ports.unitOfWork();
    private final ConversationRepository conversations = ports.conversations();
    private final AccountId owner = someone();

    /** Adapters over an empty store. */
    protected abstract PortsUnderTest ports();

    @Test
    void anItemIsFoundByItsIdInItsThreadAlone() {
        Conversation full = withEveryItem();
        Conversation empty = added();

        for (Item item : EveryItem.items()) {
            assertThat(find(full, item.id())).contains(item);
        }
        assertThat(find(full, UNKNOWN)).isEmpty();
        assertThat(find(empty, EveryItem.items().getFirst().id())).isEmpty();
    }

    @Test
    void aSavedItemStaysAtItsPlace() {
        Conversation full = withEveryItem();
        Widget before = first(Widget.class);
        Widget after = new Widget(before.id(), before.sequence(), new Json("{\"x\" :1}"), "other", before.createdAt());

        unitOfWork.run(() -> conversations.save(full.id(), after));

        assertThat(items(full)).containsExactlyElementsOf(replaced(before, after));
    }

    @Test
    void aDeletedItemIsGoneAndNoOther() {
        Conversation full = withEveryItem();
        Item item = EveryItem.items().get(4);

        assertThat(run(() -> conversations.deleteItem(full.id(), item.id()))).isTrue();
        assertThat(run(() -> conversations.deleteItem(full.id(), item.id()))).isFalse();

        List<Item> left = new ArrayList<>(EveryItem.items());
        left.remove(item);
        assertThat(items(full)).isEqualTo(left);
    }

    @Test
    void whatIsBehindASequenceIsDeletedAndItsMessagesAreCounted() {
        Conversation full = withEveryItem();
        Conversation other = withEveryItem();

        assertThat(run(() -> conversations.deleteItemsBehind(full.id(), 2))).isEqualTo(2);
        assertThat(run(() -> conversations.deleteItemsBehind(full.id(), 2))).isZero();

        assertThat(items(full)).isEqualTo(EveryItem.items().subList(0, 2));
        assertThat(items(other)).isEqualTo(EveryItem.items());
    }

    @Test
    void callsWithoutAResultArePending() {
        Conversation full = withEveryItem();

        ClientToolCall pending = first(ClientToolCall.class);

        assertThat(pending.isPending()).isTrue();
        assertThat(unitOfWork.<List<ItemId>>read(() -> conversations.pendingToolCalls(full.id())))
                .containsExactly(pending.id());
    }

    @Test
    void theNewestMessageOfTheUserIsFoundHoweverMuchFollowsIt() {
        Conversation full = withEveryItem();
        Conversation empty = added();

        assertThat(unitOfWork.<Optional<UserMessage>>read(() -> conversations.latestUserMessage(full.id())))
                .contains((UserMessage) EveryItem.items().get(1));
        assertThat(unitOfWork.<Optional<UserMessage>>read(() -> conversations.latestUserMessage(empty.id())))
                .isEmpty();
    }

    @Test
    void pagesHoldVisibleItemsAloneAndAreFull() {
        Conversation full = withEveryItem();
        List<Item> visible = EveryItem.items().stream().filter(Item::isVisible).toList();

        assertThat(pages(full, PageOrder.OLDEST_FIRST, 3)).isEqualTo(visible);
        assertThat(pages(full, PageOrder.NEWEST_FIRST, 3)).isEqualTo(visible.reversed());
        assertThat(page(full, PageOrder.OLDEST_FIRST, visible.size(), null)).isEqualTo(new Page<>(visible, false));
        assertThat(page(full, PageOrder.OLDEST_FIRST, visible.size() - 1, null).hasMore())
                .isTrue();
    }

    @Test
    void nothingFollowsWhereOnlyHiddenItemsDo() {
        Conversation conversation = added();
        append(conversation, List.of(first(UserMessage.class), EveryItem.items().get(21)));

        assertThat(page(conversation, PageOrder.OLDEST_FIRST, 1, null).hasMore())
                .isFalse();
    }

    @Test
    void behindAnItemThatTheThreadNeverHadThereIsNothing() {
        Conversation full = withEveryItem();
        Conversation other = append(added(), List.of(first(Widget.class)));
        Conversation third = append(added(), List.of(first(UserMessage.class)));
        run(() -> conversations.deleteItem(third.id(), first(UserMessage.class).id()));

        for (PageOrder order : PageOrder.values()) {
            assertThat(page(full, order, 3, UNKNOWN)).isEqualTo(new Page<>(List.of(), false));
            assertThat(page(other, order, 3, first(UserMessage.class).id())).isEqualTo(new Page<>(List.of(), false));
        }
    }

    @ParameterizedTest
    @CsvSource({"5", "4 5", "5 6", "0 1 2 3 4 5", "4 5 6"})
    void aPageBehindADeletedItemGoesOnWhereItStood(String deletions) {
        List<Integer> gone =
                Stream.of(deletions.split(" ")).map(Integer::valueOf).toList();
        for (PageOrder order : PageOrder.values()) {
            Conversation full = withEveryItem();
            List<Item> all = page(full, order, 100, null).entries();
            gone.forEach(place ->
                    run(() -> conversations.deleteItem(full.id(), all.get(place).id())));

            assertThat(page(full, order, 100, all.get(5).id()).entries())
                    .isEqualTo(all.stream()
                            .filter(item -> all.indexOf(item) > 5 && !gone.contains(all.indexOf(item)))
                            .toList());
        }
    }

    @Test
    void whatComesAfterDeletedItemsIsBehindThem() {
        Conversation full = withEveryItem();
        List<Item> all = page(full, PageOrder.OLDEST_FIRST, 100, null).entries();
        run(() -> conversations.deleteItemsBehind(full.id(), all.get(2).sequence()));
        Item next = unitOfWork.execute(() -> {
            Appended appended = conversations
                    .lock(full.id())
                    .orElseThrow()
                    .append(new Widget(ItemId.ofMessage("next"), Item.DRAFT, new Json("{}"), null, NOW), NOW);
            conversations.append(appended);
            return appended.item();
        });

        for (Item gone : all.subList(3, all.size())) {
            assertThat(page(full, PageOrder.OLDEST_FIRST, 100, gone.id()).entries())
                    .containsExactly(next);
            assertThat(page(full, PageOrder.NEWEST_FIRST, 100, gone.id()).entries())
                    .isEqualTo(all.subList(0, 3).reversed());
        }
    }

    @Test
    void whereADeletedItemStoodIsForgottenInTheEnd() {
        Conversation full = withEveryItem();
        Item gone = EveryItem.items().get(4);
        run(() -> conversations.deleteItem(full.id(), gone.id()));

        assertThat(run(() -> conversations.forgetDeleted(Duration.ofHours(1), 10)))
                .isZero();
        assertThat(page(full, PageOrder.OLDEST_FIRST, 3, gone.id()).entries()).hasSize(3);
        assertThat(run(() -> conversations.forgetDeleted(Duration.ofHours(-1), 10)))
                .isEqualTo(1);
        assertThat(page(full, PageOrder.OLDEST_FIRST, 3, gone.id()).entries()).isEmpty();
    }

    @Test
    void conversationsCanBeListedOldestFirst() {
        List<Conversation> all = List.of(
                added(conversationOf(owner, NOW)),
                added(conversationOf(owner, NOW.plusSeconds(1))),
                added(conversationOf(owner, NOW.plusSeconds(2))));

        Page<Conversation> first = list(2, null);
        Page<Conversation> second = list(2, first.entries().getLast());

        assertThat(first).isEqualTo(new Page<>(all.subList(0, 2), 3, true));
        assertThat(second).isEqualTo(new Page<>(all.subList(2, 3), 3, false));
    }

    private Page<Conversation> list(int limit, @Nullable Conversation after) {
        return unitOfWork.read(() -> conversations.list(
                owner, PageOrder.OLDEST_FIRST, new PageRequest<>(limit, after == null ? null : after.id())));
    }

    private List<Item> pages(Conversation of, PageOrder order, int limit) {
        List<Item> all = new ArrayList<>();
        Page<Item> page = page(of, order, limit, null);
        all.addAll(page.entries());
        while (page.hasMore()) {
            assertThat(page.entries()).hasSize(limit);
            page = page(of, order, limit, all.getLast().id());
            all.addAll(page.entries());
        }
        return all;
    }

    private Page<Item> page(Conversation of, PageOrder order, int limit, @Nullable ItemId after) {
        return unitOfWork.read(() -> conversations.visibleItems(of.id(), order, PageLimit.ofClient(limit), after));
    }

    private Optional<Item> find(Conversation in, ItemId id) {
        return unitOfWork.read(() -> conversations.findItem(in.id(), id));
    }

    private List<Item> items(Conversation of) {
        return unitOfWork.read(() -> conversations.items(of.id()));
    }

    private <T> T run(Supplier<T> work) {
        return unitOfWork.execute(work);
    }

    private Conversation withEveryItem() {
        return append(added(), EveryItem.items());
    }

    private Conversation added() {
        return added(conversationOf(owner));
    }

    private Conversation added(Conversation conversation) {
        unitOfWork.run(() -> conversations.add(conversation, 100));
        return conversation;
    }

    private Conversation append(Conversation to, List<Item> items) {
        return unitOfWork.execute(() -> {
            Conversation current = to;
            for (Item item : items) {
                Appended appended = current.append(item, NOW);
                conversations.append(appended);
                current = appended.conversation();
            }
            assertThat(current.messageCount()).isEqualTo((int)
                    items.stream().filter(Message.class::isInstance).count());
            return current;
        });
    }

    private static List<Item> replaced(Item before, Item after) {
        return EveryItem.items().stream()
                .map(item -> item.equals(before) ? after : item)
                .toList();
    }

    private static <T extends Item> T first(Class<T> type) {
        return EveryItem.items().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
