package dev.parley.application.testing;

import static dev.parley.application.testing.Examples.saying;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.assistant.ActionHandler;
import dev.parley.application.assistant.Assistant;
import dev.parley.application.assistant.ItemChange;
import dev.parley.application.assistant.Reply;
import dev.parley.application.assistant.Turn;
import dev.parley.application.assistant.WidgetAction;
import dev.parley.application.event.RunEvent;
import dev.parley.application.event.RunSubscription.Position;
import dev.parley.application.run.RunHandle;
import dev.parley.application.thread.PerformAction.Act;
import dev.parley.application.tool.RequestedCall;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.feedback.Feedback;
import dev.parley.domain.feedback.Rating;
import dev.parley.domain.item.ClientToolCall;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.Message;
import dev.parley.domain.item.Question.Answer;
import dev.parley.domain.item.StructuredInput;
import dev.parley.domain.item.UserMessage;
import dev.parley.domain.item.Widget;
import dev.parley.domain.run.RunOptions;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.Json;
import dev.parley.domain.shared.Page;
import dev.parley.domain.shared.PageOrder;
import dev.parley.domain.shared.PageRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever users and assistants do in a thread, in whatever order: its pages, the thread itself and what its streams have
 * told agree, what is refused changes nothing, and the log of each run is what its client has read.
 */
public abstract class ThreadHistoryContract {

    private static final int DEEDS = 40;
    private static final ItemId UNKNOWN = ItemId.ofMessage("unknown");

    private final ThreadsUnderTest threads = new ThreadsUnderTest(ports(), new CountingIds(), new Pressed());
    private final ClientView view = new ClientView();
    private Random random = new Random(0);
    private ConversationId thread = ConversationId.of("none");

    /** Adapters over an empty store. */
    protected abstract PortsUnderTest ports();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    @Timeout(120)
    void everythingAgreesAfterAnyDeeds(long seed) {
        random = new Random(seed);
        threads.assistant.set(new RandomAssistant(random.nextLong()));
        RunHandle first = PlainMessages.begin(threads.startThread, threads.user, saying("first"), RunOptions.DEFAULT);
        thread = first.run().conversation();
        follow(first);
        for (int deed = 0; deed < DEEDS; deed++) {
            threads.clock.advance(Duration.ofMillis(random.nextInt(1000)));
            threads.assistant.set(new RandomAssistant(random.nextLong()));
            perform(random.nextInt(10));
            checkThatAllAgrees();
        }
    }

    private void perform(int deed) {
        switch (deed) {
            case 0, 1 -> attempt(() -> follow(say()));
            case 2 -> attempt(this::stop);
            case 3 -> attempt(this::retry);
            case 4, 5 -> attempt(this::answerTool);
            case 6 -> attempt(this::answerQuestions);
            case 7 ->
                attempt(() -> follow(threads.performAction.perform(
                        threads.user, thread, any(Widget.class), new Act("press", Json.NULL), RunOptions.DEFAULT)));
            case 8 ->
                attempt(() -> threads.performAction
                        .performAtOnce(threads.user, thread, any(Widget.class), new Act("press", Json.NULL), "en")
                        .ifPresent(view::replaced));
            default ->
                attempt(() -> threads.rateItems.rate(
                        threads.user,
                        thread,
                        Set.of(any(Item.class)),
                        random.nextBoolean() ? Rating.POSITIVE : Rating.NEGATIVE));
        }
    }

    /** What is refused changes nothing. */
    private void attempt(Runnable deed) {
        List<Item> items = threads.items(thread);
        Conversation conversation = threads.conversation(thread);
        List<Feedback> feedback = threads.rateItems.of(threads.user, thread);
        try {
            deed.run();
        } catch (Failure refusal) {
            assertThat(threads.items(thread)).isEqualTo(items);
            assertThat(threads.conversation(thread)).isEqualTo(conversation);
            assertThat(threads.rateItems.of(threads.user, thread)).isEqualTo(feedback);
        }
    }

    private RunHandle say() {
        return PlainMessages.send(threads.startRun, threads.user, thread, saying("more"), null);
    }

    private void stop() {
        RunHandle run = say();
        threads.cancelRun.cancel(threads.user, thread, run.run().id());
        follow(run);
    }

    private void retry() {
        ItemId id = any(UserMessage.class);
        RunHandle run = threads.retryMessage.retry(threads.user, thread, id, RunOptions.DEFAULT);
        view.retried(find(id));
        follow(run);
    }

    private void answerTool() {
        if (random.nextBoolean()) {
            threads.assistant.set((turn, reply) -> reply.callClientTool(new RequestedCall("call", "paint", "{}")));
            follow(say());
            threads.assistant.set(new RandomAssistant(random.nextLong()));
        }
        Item newest = view.items().getLast();
        Json result = new Json("{ }");
        RunHandle run = threads.answerToolCall.answer(threads.user, thread, result, RunOptions.DEFAULT);
        view.answered(((ClientToolCall) newest).completed(result));
        follow(run);
    }

    private void answerQuestions() {
        ItemId id = any(StructuredInput.class);
        Map<String, Answer> answers = Map.of("one", new Answer(List.of("a", "b"), false));
        follow(
                random.nextInt(4) == 0
                        ? threads.answerQuestions.skip(threads.user, thread, id, RunOptions.DEFAULT)
                        : threads.answerQuestions.answer(threads.user, thread, id, answers, RunOptions.DEFAULT));
    }

    private void follow(RunHandle run) {
        List<RunEvent> events = threads.read(run);
        view.take(events);
        assertThat(threads.read(
                        threads.followRun.follow(threads.user, thread, run.run().id(), Position.BEGIN)))
                .isEqualTo(events);
    }

    private void checkThatAllAgrees() {
        List<Item> stored = threads.items(thread);
        Conversation conversation = threads.conversation(thread);
        List<Item> visible = stored.stream().filter(Item::isVisible).toList();
        assertThat(stored.stream().map(Item::sequence)).isSorted().doesNotHaveDuplicates();
        assertThat(visible).isEqualTo(view.items());
        assertThat(pages(PageOrder.OLDEST_FIRST)).isEqualTo(visible);
        assertThat(pages(PageOrder.NEWEST_FIRST)).isEqualTo(visible.reversed());
        assertThat(threads.readThread.thread(threads.user, thread).items())
                .isEqualTo(new Page<>(visible.stream().limit(20).toList(), visible.size() > 20));
        assertThat(conversation.messageCount()).isEqualTo((int)
                stored.stream().filter(Message.class::isInstance).count());
        assertThat(conversation.lastSequence())
                .isGreaterThanOrEqualTo(
                        stored.stream().mapToLong(Item::sequence).max().orElse(0));
        assertThat(view.thread())
                .hasValueSatisfying(told -> assertThat(List.of(told.title(), told.status()))
                        .isEqualTo(List.of(conversation.title(), conversation.status())));
    }

    private List<Item> pages(PageOrder order) {
        int limit = 1 + random.nextInt(7);
        List<Item> items = new ArrayList<>();
        Page<Item> page = threads.readThread.items(threads.user, thread, order, new PageRequest<>(limit, null));
        items.addAll(page.entries());
        while (page.hasMore()) {
            assertThat(page.entries()).hasSize(limit);
            page = threads.readThread.items(
                    threads.user,
                    thread,
                    order,
                    new PageRequest<>(limit, items.getLast().id()));
            items.addAll(page.entries());
        }
        return items;
    }

    /** One of these, or, now and then and where there is none, something else. */
    private ItemId any(Class<? extends Item> type) {
        List<Item> all = threads.items(thread);
        List<Item> fitting = all.stream()
                .filter(item -> type.isInstance(item) || random.nextInt(20) == 0)
                .toList();
        return fitting.isEmpty()
                ? UNKNOWN
                : fitting.get(random.nextInt(fitting.size())).id();
    }

    private Item find(ItemId id) {
        return threads.items(thread).stream()
                .filter(item -> item.id().equals(id))
                .findAny()
                .orElseThrow();
    }

    /** Lets the assistant answer, or counts on. */
    private final class Pressed implements ActionHandler {

        @Override
        public Set<String> types() {
            return Set.of("press");
        }

        @Override
        public void handle(WidgetAction action, Turn turn, Reply reply) {
            Assistant assistant = Objects.requireNonNull(threads.assistant.get());
            assistant.answer(turn, reply);
        }

        @Override
        public Optional<ItemChange> handleAtOnce(WidgetAction action, Conversation conversation, String locale) {
            return Optional.ofNullable(action.widget())
                    .map(widget -> ItemChange.ofWidget(widget.id(), before -> new Json("{\"pressed\": true}")));
        }
    }
}
