package dev.parley.application.conversation;

import static dev.parley.application.testing.Examples.LIMITS;
import static dev.parley.application.testing.Examples.NOW;
import static dev.parley.application.testing.Examples.saying;
import static dev.parley.application.testing.Examples.someone;
import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.admin.DeleteThread;
import dev.parley.application.admin.GetThread;
import dev.parley.application.admin.ListItems;
import dev.parley.application.admin.ListThreads;
import dev.parley.application.testing.CountingIds;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.UseCases;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversation.Appended;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ListedThread;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.Message;
import dev.parley.domain.item.ToolCall;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.Page;
import dev.parley.domain.shared.PageOrder;
import dev.parley.domain.shared.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadListingTest {

    private static final ConversationId NOWHERE = new ConversationId(UUID.randomUUID());

    private final PortsUnderTest ports = PortsUnderTest.inMemory();
    private final CountingIds ids = new CountingIds();
    private final UseCases useCases = UseCases.over(ports);
    private final AccountId owner = someone();
    private final ListThreads listThreads = useCases.get(ListThreads.class);
    private final ListItems listItems = useCases.get(ListItems.class);
    private final GetThread getThread = useCases.get(GetThread.class);
    private final DeleteThread deleteThread = useCases.get(DeleteThread.class);

    /** The list is of threads 1 to 5; a cursor of 0 is none. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true  | 0 | 0 | 1 2 | true
            true  | 2 | 0 | 3 4 | true
            true  | 3 | 0 | 4 5 | false
            true  | 5 | 0 |     | false
            true  | 0 | 5 | 3 4 | true
            true  | 0 | 3 | 1 2 | false
            true  | 0 | 1 |     | false
            true  | 1 | 4 | 2 3 | false
            true  | 1 | 5 | 2 3 | true
            false | 0 | 0 | 5 4 | true
            false | 4 | 0 | 3 2 | true
            false | 0 | 1 | 3 2 | true
            false | 0 | 3 | 5 4 | false
            false | 5 | 1 | 4 3 | true
            """)
    void aWindowOfTwoShowsItsPartOfTheList(
            boolean ascending, int after, int before, @Nullable String shown, boolean hasMore) {
        List<ConversationId> threads = threads(5);

        Page<Integer> page = places(
                threads,
                listThreads.list(
                        null,
                        ascending ? PageOrder.OLDEST_FIRST : PageOrder.NEWEST_FIRST,
                        new PageRequest<>(2, at(threads, after), at(threads, before))));

        assertThat(page)
                .isEqualTo(new Page<>(
                        shown == null
                                ? List.of()
                                : List.of(shown.split(" ")).stream()
                                        .map(Integer::valueOf)
                                        .toList(),
                        hasMore));
    }

    @Test
    void aThreadThatIsDeletedMeanwhileStillMarksItsPlace() {
        List<ConversationId> threads = threads(5);
        deleteThread.delete(threads.get(3));

        assertThat(places(
                                threads,
                                listThreads.list(
                                        null, PageOrder.NEWEST_FIRST, new PageRequest<>(2, threads.get(3), null)))
                        .entries())
                .containsExactly(3, 2);
    }

    @Test
    void aThreadIsReadAndDeletedByWhoeverRunsTheServer() {
        ConversationId id = threads(1).getFirst();
        assertThat(getThread.get(id).conversation().owner()).isEqualTo(owner);

        deleteThread.delete(id);

        assertThatThrownBy(() -> getThread.get(id)).is(failure(ConversationError.NO_SUCH_THREAD));
        assertThatThrownBy(() -> deleteThread.delete(id)).is(failure(ConversationError.NO_SUCH_THREAD));
        assertThatThrownBy(() -> items(id, PageOrder.OLDEST_FIRST, new PageRequest<>(2, null, null)))
                .is(failure(ConversationError.NO_SUCH_THREAD));
    }

    @Test
    void pagesOfItemsAreFilledAfterHiding() {
        ConversationId id = threads(1).getFirst();
        say(id);
        call(id, 7);
        say(id);
        call(id, 1);
        say(id);
        call(id, 2);
        List<Item> messages = messagesOf(id);

        Page<Item> first = items(id, PageOrder.OLDEST_FIRST, new PageRequest<>(2, null, null));
        Page<Item> last = items(
                id,
                PageOrder.OLDEST_FIRST,
                new PageRequest<>(2, first.entries().getLast().id(), null));
        Page<Item> previous = items(
                id,
                PageOrder.OLDEST_FIRST,
                new PageRequest<>(1, null, last.entries().getFirst().id()));

        assertThat(first).isEqualTo(new Page<>(messages.subList(0, 2), true));
        assertThat(last).isEqualTo(new Page<>(messages.subList(2, 3), false));
        assertThat(previous).isEqualTo(new Page<>(messages.subList(1, 2), true));
        assertThat(items(id, PageOrder.NEWEST_FIRST, new PageRequest<>(3, null, null)))
                .isEqualTo(new Page<>(messages.reversed(), false));
    }

    @Test
    void atACursorThatTheThreadNeverHadThereIsNothing() {
        List<ConversationId> threads = threads(2);
        say(threads.getFirst());
        ItemId anothers = messagesOf(threads.getFirst()).getFirst().id();

        say(threads.getLast());
        ItemId own = messagesOf(threads.getLast()).getFirst().id();

        for (PageOrder order : PageOrder.values()) {
            for (PageRequest<ItemId> request : List.of(
                    new PageRequest<>(2, anothers, null),
                    new PageRequest<>(2, null, anothers),
                    new PageRequest<>(2, own, anothers),
                    new PageRequest<>(2, anothers, own))) {
                assertThat(items(threads.getLast(), order, request)).isEqualTo(new Page<>(List.of(), false));
            }
        }
    }

    @Test
    void aWindowOfItemsGoesOnWhereADeletedItemStood() {
        ConversationId id = threads(1).getFirst();
        for (int i = 0; i < 5; i++) {
            say(id);
        }
        List<Item> all = messagesOf(id);
        ItemId gone = all.get(2).id();
        ports.unitOfWork().run(() -> ports.conversations().deleteItem(id, gone));

        assertThat(items(id, PageOrder.OLDEST_FIRST, new PageRequest<>(9, gone, null))
                        .entries())
                .isEqualTo(all.subList(3, 5));
        assertThat(items(id, PageOrder.OLDEST_FIRST, new PageRequest<>(9, null, gone))
                        .entries())
                .isEqualTo(all.subList(0, 2));
        assertThat(items(id, PageOrder.NEWEST_FIRST, new PageRequest<>(9, gone, null))
                        .entries())
                .isEqualTo(all.subList(0, 2).reversed());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 101})
    void aWindowHasBounds(int limit) {
        assertThatThrownBy(() -> new PageRequest<>(limit, NOWHERE, null))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageStartingWith("limit");
    }

    private List<ConversationId> threads(int number) {
        List<ConversationId> made = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Conversation conversation = Conversation.start(ids.conversation(), owner, NOW);
            ports.unitOfWork().run(() -> ports.conversations().add(conversation, 100));
            made.add(conversation.id());
        }
        return made;
    }

    private static @Nullable ConversationId at(List<ConversationId> threads, int place) {
        return place == 0 ? null : threads.get(place - 1);
    }

    private static Page<Integer> places(List<ConversationId> threads, Page<ListedThread> page) {
        return new Page<>(
                page.entries().stream()
                        .map(listed -> threads.indexOf(listed.conversation().id()) + 1)
                        .toList(),
                page.hasMore());
    }

    private Page<Item> items(ConversationId id, PageOrder order, PageRequest<ItemId> request) {
        return listItems.list(
                id, order, request, item -> item instanceof Message ? Optional.of(item) : Optional.empty());
    }

    private List<Item> messagesOf(ConversationId id) {
        return ports.unitOfWork().read(() -> ports.conversations().items(id)).stream()
                .filter(Message.class::isInstance)
                .toList();
    }

    private void say(ConversationId id) {
        append(id, conversation -> conversation.receive(ids.message(), saying("hello"), LIMITS, NOW));
    }

    private void call(ConversationId id, int times) {
        for (int i = 0; i < times; i++) {
            append(
                    id,
                    conversation -> conversation.append(
                            new ToolCall(ids.toolCall(), Item.DRAFT, "call", "echo", "{}", null, NOW), NOW));
        }
    }

    private void append(ConversationId id, Function<Conversation, Appended> change) {
        ports.unitOfWork()
                .run(() -> ports.conversations()
                        .append(change.apply(ports.conversations().lock(id).orElseThrow())));
    }
}
