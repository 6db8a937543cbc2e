package dev.parley.application.testing;

import static dev.parley.application.testing.Examples.LIMITS;
import static dev.parley.application.testing.Examples.NOW;
import static dev.parley.application.testing.Examples.conversationOf;
import static dev.parley.application.testing.Examples.saying;
import static dev.parley.application.testing.Examples.someone;
import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversation.Appended;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.conversation.ThreadStatus;
import dev.parley.domain.conversation.Title;
import dev.parley.domain.conversation.UserInput;
import dev.parley.domain.item.AssistantMessage;
import dev.parley.domain.item.InputText;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.Note;
import dev.parley.domain.item.OutputText;
import dev.parley.domain.item.ToolCall;
import dev.parley.domain.run.Node;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunId;
import dev.parley.domain.shared.Page;
import dev.parley.domain.shared.PageLimit;
import dev.parley.domain.shared.PageOrder;
import dev.parley.domain.shared.PageRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every {@link ConversationRepository} promises. */
public abstract class ConversationRepositoryContract {

    private final PortsUnderTest ports = ports();
    private final UnitOfWork unitOfWork = ports.unitOfWork();
    private final ConversationRepository conversations = ports.conversations();
    private final IdGenerator ids = new CountingIds();
    private final AccountId owner = someone();

    /** Adapters over an empty store. */
    protected abstract PortsUnderTest ports();

    @Test
    void anUnknownConversationIsNotFound() {
        assertThat(unitOfWork.read(() -> conversations.find(new ConversationId(UUID.randomUUID()))))
                .isEmpty();
        assertThat(unitOfWork.execute(() -> conversations.lock(new ConversationId(UUID.randomUUID()))))
                .isEmpty();
    }

    @Test
    void aConversationComesBackAsItWasAdded() {
        Conversation added = added(conversationOf(owner));

        assertThat(found(added.id())).isEqualTo(added);
    }

    @Test
    void theFirstConversationMakesItsOwnersAccount() {
        added(conversationOf(owner));

        assertThat(unitOfWork.read(() -> ports.accounts().find(owner))).isPresent();
    }

    @Test
    void oneMoreThanTheMaximumIsRefused() {
        added(conversationOf(owner), 2);
        added(conversationOf(owner), 2);

        assertThatThrownBy(() -> added(conversationOf(owner), 2))
                .is(failure(ConversationError.SESSION_LIMIT))
                .hasMessageContaining("Maximum 2 sessions");
        assertThat(page(100, null).total()).hasValue(2);
    }

    @Test
    void aDeletedConversationMakesRoom() {
        Conversation first = added(conversationOf(owner), 1);
        delete(first);

        Conversation second = added(conversationOf(owner), 1);

        assertThat(found(second.id())).isEqualTo(second);
    }

    @Test
    void theLimitOfOneOwnerIsNotAnothers() {
        added(conversationOf(owner), 1);

        added(conversationOf(someone()), 1);
    }

    @Test
    void aSavedTitleStays() {
        Conversation added = added(conversationOf(owner));
        Conversation renamed = added.renamed(Title.of("Übersee 🚢"), NOW.plusSeconds(1));

        unitOfWork.run(() -> conversations.save(renamed));

        assertThat(found(added.id())).isEqualTo(renamed);
    }

    @Test
    void whetherThereIsATitleIsSaved() {
        for (Title title : List.of(
                Title.NEW_CHAT, Title.of("New Chat"), Title.fromFile("plan.pdf").orElseThrow())) {
            Conversation added = added(conversationOf(owner).renamed(title, NOW));
            Conversation appended = found(added.id()).renamed(title, NOW.plusSeconds(1));

            unitOfWork.run(() -> conversations.save(appended));

            assertThat(found(added.id()).title()).isEqualTo(title);
        }
    }

    @Test
    void itemsComeBackAsTheyWereAppendedOldestFirst() {
        Conversation conversation = added(conversationOf(owner));
        List<Item> appended = appendMessages(conversation, 5);

        assertThat(unitOfWork.read(() -> conversations.items(conversation.id())))
                .isEqualTo(appended);
    }

    @Test
    void anAppendChangesCountsAndTitle() {
        Conversation conversation = added(conversationOf(owner));
        appendMessages(conversation, 3);

        Conversation after = found(conversation.id());

        assertThat(after.messageCount()).isEqualTo(3);
        assertThat(after.lastSequence()).isEqualTo(3);
        assertThat(after.title()).isEqualTo(new Title("message 1"));
    }

    @Test
    void theLatestItemsComeOldestFirst() {
        Conversation conversation = added(conversationOf(owner));
        List<Item> appended = appendMessages(conversation, 5);

        assertThat(unitOfWork.read(
                        () -> conversations.latestItems(conversation.id(), Long.MAX_VALUE, PageLimit.ofClient(2))))
                .isEqualTo(appended.subList(3, 5));
        assertThat(unitOfWork.read(
                        () -> conversations.latestItems(conversation.id(), Long.MAX_VALUE, PageLimit.ofClient(50))))
                .isEqualTo(appended);
    }

    @Test
    void aMessageThatWaitsIsTheLastOneAndNoneOfThoseBeforeTheAnswer() {
        Conversation conversation = added(conversationOf(owner));
        List<Item> appended = new ArrayList<>(appendMessages(conversation, 2));
        Appended waiting = found(conversation.id())
                .receiveWaiting(new UserInput(List.of(new InputText("And?"))).message(ids.message(), NOW), NOW);
        unitOfWork.run(() -> conversations.append(waiting));
        Appended answer = found(conversation.id()).append(new Note(ids.message(), Item.DRAFT, "answer", NOW), NOW);
        unitOfWork.run(() -> conversations.append(answer));

        Conversation after = found(conversation.id());

        assertThat(after).isEqualTo(answer.conversation());
        assertThat(after.lastWaiting()).isEqualTo(waiting.item().sequence());
        appended.add(answer.item());
        assertThat(unitOfWork.read(
                        () -> conversations.latestItems(after.id(), after.lastSequence(), PageLimit.ofClient(50))))
                .isEqualTo(appended);
        appended.add(waiting.item());
        assertThat(unitOfWork.read(() -> conversations.items(after.id()))).isEqualTo(appended);
        assertThat(unitOfWork.<Optional<Item>>read(
                        () -> conversations.findItem(after.id(), waiting.item().id())))
                .contains(waiting.item());
        unitOfWork.run(() -> conversations.save(after.reached(after.lastWaiting(), NOW)));
        assertThat(found(after.id()).lastSequence()).isEqualTo(after.lastWaiting());
    }

    @Test
    void aToolCallComesBackWithoutAndThenWithItsOutcome() {
        Conversation conversation = added(conversationOf(owner));
        Appended called = conversation.append(
                new ToolCall(ids.toolCall(), Item.DRAFT, "call_1", "add_task", "{\"title\": \"Milk\"}", null, NOW),
                NOW);
        unitOfWork.run(() -> conversations.append(called));
        ToolCall call = (ToolCall) called.item();
        assertThat(unitOfWork.read(() -> conversations.items(conversation.id())))
                .containsExactly(call);

        ToolCall returned = call.returned(new ToolCall.Outcome("{\"success\": true}", false));
        unitOfWork.run(() -> conversations.save(conversation.id(), returned));

        assertThat(unitOfWork.read(() -> conversations.items(conversation.id())))
                .containsExactly(returned);
        assertThat(found(conversation.id()).messageCount()).isZero();
    }

    @Test
    void everyItemComesBackToTheByte() {
        Conversation conversation = added(conversationOf(owner));

        unitOfWork.run(() -> {
            Conversation current = conversation;
            for (Item item : EveryItem.items()) {
                Appended appended = current.append(item, NOW);
                conversations.append(appended);
                current = appended.conversation();
            }
        });

        assertThat(unitOfWork.read(() -> conversations.items(conversation.id())))
                .isEqualTo(EveryItem.items());
    }

    @Test
    void statusAndImageDomainsStay() {
        List<Conversation> changed = List.of(
                added(conversationOf(owner)
                        .withStatus(new ThreadStatus.Locked("Please wait."), NOW)
                        .withImageDomains(List.of("images.example", "ünï.example"), NOW)),
                added(conversationOf(owner).withStatus(new ThreadStatus.Locked(null), NOW)),
                added(conversationOf(owner).withImageDomains(List.of(), NOW)));

        assertThat(changed.stream().map(each -> found(each.id())).toList()).isEqualTo(changed);
        assertThat(page(100, null).entries()).containsExactlyInAnyOrderElementsOf(changed);
    }

    @Test
    void aChangedStatusIsSavedAloneOrWithAnItem() {
        Conversation open = added(conversationOf(owner));
        Conversation closed =
                open.withStatus(new ThreadStatus.Closed("Done."), NOW).withImageDomains(List.of("images.example"), NOW);
        unitOfWork.run(() -> conversations.save(closed));
        assertThat(found(open.id())).isEqualTo(closed);

        Appended reopened = closed.withStatus(ThreadStatus.ACTIVE, NOW)
                .withImageDomains(null, NOW)
                .append(EveryItem.items().getFirst(), NOW);
        unitOfWork.run(() -> conversations.append(reopened));

        assertThat(found(open.id())).isEqualTo(reopened.conversation());
        assertThat(unitOfWork.execute(() -> conversations.lock(open.id()))).contains(reopened.conversation());
    }

    @Test
    void textComesBackToTheLetter() {
        Conversation conversation = added(conversationOf(owner));
        String text = "  \"quotes\" \\ back\\u0041slash\t\n\u2028 ünï 👩‍👩‍👧 \u0001 </script>  ";
        Appended appended = conversation.receive(ids.message(), saying(text), LIMITS, NOW);

        unitOfWork.run(() -> conversations.append(appended));

        assertThat(unitOfWork.read(() -> conversations.items(conversation.id())))
                .containsExactly(appended.item());
    }

    @Test
    void deletingTakesItemsAndRunsAlong() {
        Conversation conversation = added(conversationOf(owner));
        appendMessages(conversation, 2);
        Run run = Run.start(new RunId(UUID.randomUUID()), conversation.id(), NOW);
        unitOfWork.run(() -> ports.runs().add(run, new Node("node", UUID.randomUUID()), Duration.ofMinutes(1)));

        delete(conversation);

        assertThat(unitOfWork.read(() -> conversations.find(conversation.id()))).isEmpty();
        assertThat(unitOfWork.read(() -> conversations.items(conversation.id())))
                .isEmpty();
        assertThat(unitOfWork.read(() -> ports.runs().find(run.id()))).isEmpty();
        assertThat(page(100, null).total()).hasValue(0);
    }

    @Test
    void anOwnerWithoutConversationsHasAnEmptyPage() {
        assertThat(page(100, null)).isEqualTo(new Page<>(List.of(), 0, false));
    }

    @Test
    void aPageHoldsTheOwnersConversationsNewestUpdateFirst() {
        Conversation oldest = added(conversationOf(owner, NOW));
        Conversation newest = added(conversationOf(owner, NOW.plusSeconds(2)));
        Conversation middle = added(conversationOf(owner, NOW.plusSeconds(1)));
        added(conversationOf(someone()));

        assertThat(page(100, null)).isEqualTo(new Page<>(List.of(newest, middle, oldest), 3, false));
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepetitionEvenWhenTimesAreEqual() {
        List<Conversation> added = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            added.add(added(conversationOf(owner)));
        }

        Page<Conversation> first = page(3, null);
        Page<Conversation> second = page(3, lastOf(first));
        Page<Conversation> third = page(3, lastOf(second));

        List<Conversation> all = new ArrayList<>(first.entries());
        all.addAll(second.entries());
        all.addAll(third.entries());
        assertThat(all).containsExactlyInAnyOrderElementsOf(added);
        assertThat(List.of(first.hasMore(), second.hasMore(), third.hasMore())).containsExactly(true, true, false);
        assertThat(third.total()).hasValue(7);
    }

    @Test
    void behindAConversationThatTheOwnerNeverHadThereIsNothing() {
        added(conversationOf(owner));
        Conversation anothers = added(conversationOf(someone()));
        Conversation anothersDeleted = added(conversationOf(someone()));
        delete(anothersDeleted);

        for (ConversationId unknown :
                List.of(anothers.id(), anothersDeleted.id(), new ConversationId(UUID.randomUUID()))) {
            for (PageOrder order : PageOrder.values()) {
                assertThat(page(order, 10, unknown)).isEqualTo(new Page<>(List.of(), 1, false));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2", "1 2", "2 3", "0 1 2", "2 3 4 5", "0 1 2 3 4 5"})
    void aPageBehindADeletedConversationGoesOnWhereItStood(String deletions) {
        List<Integer> gone =
                Stream.of(deletions.split(" ")).map(Integer::valueOf).toList();
        for (PageOrder order : PageOrder.values()) {
            page(order, 100, null).entries().forEach(this::delete);
            for (int i = 0; i < 6; i++) {
                added(conversationOf(owner, NOW.plusSeconds(i / 2)));
            }
            List<Conversation> all = page(order, 100, null).entries();
            gone.forEach(place -> delete(all.get(place)));

            List<Conversation> left = Stream.of(3, 4, 5)
                    .filter(place -> !gone.contains(place))
                    .map(all::get)
                    .toList();
            assertThat(page(order, 100, all.get(2).id())).isEqualTo(new Page<>(left, 6 - gone.size(), false));
        }
    }

    @Test
    void whereADeletedConversationStoodIsForgottenInTheEnd() {
        Conversation older = added(conversationOf(owner, NOW));
        Conversation newer = added(conversationOf(owner, NOW.plusSeconds(1)));
        delete(newer);

        assertThat(unitOfWork.execute(() -> conversations.forgetDeleted(Duration.ofHours(1), 10)))
                .isZero();
        assertThat(page(10, newer.id()).entries()).containsExactly(older);
        assertThat(unitOfWork.execute(() -> conversations.forgetDeleted(Duration.ofHours(-1), 10)))
                .isEqualTo(1);
        assertThat(page(10, newer.id()).entries()).isEmpty();
    }

    private Conversation added(Conversation conversation) {
        return added(conversation, 100);
    }

    private Conversation added(Conversation conversation, int maximum) {
        unitOfWork.run(() -> conversations.add(conversation, maximum));
        return conversation;
    }

    private Conversation found(ConversationId id) {
        return unitOfWork.read(() -> conversations.find(id)).orElseThrow();
    }

    private Page<Conversation> page(int limit, @Nullable ConversationId after) {
        return page(PageOrder.NEWEST_FIRST, limit, after);
    }

    private Page<Conversation> page(PageOrder order, int limit, @Nullable ConversationId after) {
        return unitOfWork.read(() -> conversations.list(owner, order, new PageRequest<>(limit, after)));
    }

    private static ConversationId lastOf(Page<Conversation> page) {
        return page.entries().getLast().id();
    }

    private void delete(Conversation conversation) {
        unitOfWork.run(
                () -> conversations.delete(conversations.lock(conversation.id()).orElseThrow()));
    }

    private List<Item> appendMessages(Conversation conversation, int number) {
        List<Item> items = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            String text = "message " + i;
            items.add(unitOfWork.execute(() -> {
                Conversation before = conversations.lock(conversation.id()).orElseThrow();
                Appended appended = before.messageCount() % 2 == 0
                        ? before.receive(ids.message(), saying(text), LIMITS, NOW)
                        : before.append(
                                new AssistantMessage(ids.message(), Item.DRAFT, List.of(new OutputText(text)), NOW),
                                NOW);
                conversations.append(appended);
                return appended.item();
            }));
        }
        return items;
    }
}
