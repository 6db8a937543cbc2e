package dev.parley.application.thread;

import static dev.parley.application.testing.Examples.saying;
import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.assistant.ActionHandler;
import dev.parley.application.assistant.ItemChange;
import dev.parley.application.assistant.Reply;
import dev.parley.application.assistant.Turn;
import dev.parley.application.assistant.TurnCause;
import dev.parley.application.assistant.WidgetAction;
import dev.parley.application.conversation.DeleteSession;
import dev.parley.application.event.RunEvent;
import dev.parley.application.run.RunHandle;
import dev.parley.application.testing.CountingIds;
import dev.parley.application.testing.PlainMessages;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.ThreadsUnderTest;
import dev.parley.application.testing.UseCases;
import dev.parley.application.thread.PerformAction.Act;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.Widget;
import dev.parley.domain.run.RunError;
import dev.parley.domain.run.RunOptions;
import dev.parley.domain.shared.Json;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PerformActionTest {

    private static final Act FILL = new Act("fill", new Json("{\"filled\":1}"));

    private final AtomicReference<Turn> told = new AtomicReference<>();

    /** What happens once while the next action is handled. */
    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});

    private final ThreadsUnderTest threads =
            new ThreadsUnderTest(PortsUnderTest.inMemory(), new CountingIds(), new Filler());

    @Test
    void theHandlerAnswersAsAStream() {
        ConversationId thread = withWidget();
        Widget widget = (Widget) threads.newest(thread);

        List<RunEvent> events = threads.read(perform(thread, widget.id(), FILL));

        assertThat(told.get().cause()).isEqualTo(new TurnCause.Acted(new WidgetAction("fill", FILL.payload(), widget)));
        assertThat(threads.items(thread))
                .extracting(item -> item.getClass().getSimpleName())
                .containsExactly("UserMessage", "Widget", "AssistantMessage");
        assertThat(events)
                .contains(new RunEvent.ItemReplaced(threads.items(thread).get(1)));
        assertThat(((Widget) threads.items(thread).get(1)).widget()).isEqualTo(FILL.payload());
    }

    @Test
    void anActionNeedsNoWidget() {
        ConversationId thread = withWidget();

        threads.read(perform(thread, null, new Act("greet", Json.NULL)));

        assertThat(threads.newest(thread).text()).isEqualTo("Hello from greet.");
    }

    @Test
    void whatIsNoWidgetAndWhatNobodyHandlesIsRefused() {
        ConversationId thread = withWidget();
        ItemId message = threads.items(thread).getFirst().id();
        List<Item> items = threads.items(thread);

        assertThatThrownBy(() -> perform(thread, message, FILL)).is(failure(ConversationError.NOT_A_WIDGET));
        assertThatThrownBy(() -> perform(thread, ItemId.ofMessage("unknown"), FILL))
                .is(failure(ConversationError.ITEM_NOT_FOUND));
        assertThatThrownBy(() -> perform(thread, null, new Act("other", Json.NULL)))
                .is(failure(ConversationError.UNKNOWN_ACTION));
        assertThat(threads.items(thread)).isEqualTo(items);
    }

    @Test
    void anActionAtOnceReplacesOneItem() {
        ConversationId thread = withWidget();
        Widget widget = (Widget) threads.newest(thread);

        Optional<Item> changed = performAtOnce(thread, widget.id(), FILL);

        assertThat(changed)
                .contains(new Widget(
                        widget.id(), widget.sequence(), FILL.payload(), widget.copyText(), widget.createdAt()));
        assertThat(threads.newest(thread)).isEqualTo(changed.orElseThrow());
        assertThat(performAtOnce(thread, null, FILL)).isEmpty();
    }

    @Test
    void anActionAtOnceIsRefusedWhereItCannotBe() {
        ConversationId thread = withWidget();
        Widget widget = (Widget) threads.newest(thread);

        assertThatThrownBy(() -> performAtOnce(thread, widget.id(), new Act("greet", Json.NULL)))
                .is(failure(ConversationError.UNKNOWN_ACTION));
        assertThatThrownBy(() -> performAtOnce(thread, widget.id(), new Act("fill", new Json("no JSON"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(threads.newest(thread)).isEqualTo(widget);
    }

    @Test
    void anActionAtOnceChangesTheItemAsItIsThen() {
        ConversationId thread = withWidget();
        Widget widget = (Widget) threads.newest(thread);
        meanwhile.set(() -> performAtOnce(thread, widget.id(), FILL));

        performAtOnce(thread, widget.id(), new Act("wrap", Json.NULL));

        assertThat(((Widget) threads.newest(thread)).widget())
                .isEqualTo(new Json("{\"children\":[" + FILL.payload().text() + "]}"));
    }

    @Test
    void anActionAtOnceIsDoneThoughItsItemIsGoneMeanwhile() {
        ConversationId thread = withWidget();
        Widget widget = (Widget) threads.newest(thread);
        meanwhile.set(() -> threads.ports
                .unitOfWork()
                .run(() -> threads.ports.conversations().deleteItem(thread, widget.id())));

        assertThat(performAtOnce(thread, widget.id(), FILL)).isEmpty();
    }

    @Test
    void anActionAtOnceIsDoneThoughItsThreadIsGoneMeanwhile() {
        ConversationId thread = withWidget();
        Widget widget = (Widget) threads.newest(thread);
        meanwhile.set(() -> threads.useCases.get(DeleteSession.class).delete(threads.user, thread));

        assertThat(performAtOnce(thread, widget.id(), FILL)).isEmpty();
    }

    @Test
    void anActionAtOnceIsDoneWhileAnAnswerRunsAndAStreamedOneIsRefused() {
        ConversationId thread = withWidget();
        Widget widget = (Widget) threads.newest(thread);
        CountDownLatch clicked = new CountDownLatch(1);
        threads.assistant.set((turn, reply) -> {
            reply.text("Wait");
            awaitUninterruptibly(clicked);
        });
        RunHandle answer = PlainMessages.send(threads.startRun, threads.user, thread, saying("Go on"), null);

        assertThat(performAtOnce(thread, widget.id(), FILL)).isPresent();
        assertThatThrownBy(() -> perform(thread, widget.id(), FILL)).is(failure(RunError.RUN_IN_PROGRESS));
        clicked.countDown();

        threads.read(answer);
        assertThat(threads.items(thread).get(1))
                .isInstanceOfSatisfying(
                        Widget.class, after -> assertThat(after.widget()).isEqualTo(FILL.payload()));
    }

    @Test
    void aStreamedActionThatIsStoppedShowsWhatWasDone() {
        ConversationId thread = withWidget();
        Widget widget = (Widget) threads.newest(thread);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        meanwhile.set(() -> {
            begun.countDown();
            awaitUninterruptibly(stopped);
        });
        RunHandle run = perform(thread, widget.id(), FILL);
        awaitUninterruptibly(begun);

        threads.cancelRun.cancel(threads.user, thread, run.run().id());
        stopped.countDown();
        threads.read(run);

        assertThat(threads.items(thread).get(1))
                .isInstanceOfSatisfying(
                        Widget.class, after -> assertThat(after.widget()).isEqualTo(FILL.payload()));
    }

    @Test
    void twoHandlersOfOneTypeAreRefused() {
        assertThatThrownBy(() -> UseCases.actionHandlers(new Filler(), new Filler()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private ConversationId withWidget() {
        threads.assistant.set((turn, reply) -> reply.widget(new Json("{}"), "copied"));
        return threads.begin("Show me");
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean wasInterrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                wasInterrupted = true;
            }
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private RunHandle perform(ConversationId thread, @Nullable ItemId widget, Act act) {
        return threads.performAction.perform(threads.user, thread, widget, act, RunOptions.DEFAULT);
    }

    private Optional<Item> performAtOnce(ConversationId thread, @Nullable ItemId widget, Act act) {
        return threads.performAction.performAtOnce(threads.user, thread, widget, act, "en");
    }

    private final class Filler implements ActionHandler {

        @Override
        public Set<String> types() {
            return Set.of("fill", "wrap", "greet");
        }

        @Override
        public void handle(WidgetAction action, Turn turn, Reply reply) {
            told.set(turn);
            meanwhile.getAndSet(() -> {}).run();
            if (action.type().equals("fill")) {
                reply.change(filled(action));
            }
            reply.text("Hello from " + action.type() + ".");
        }

        @Override
        public Optional<ItemChange> handleAtOnce(WidgetAction action, Conversation conversation, String locale) {
            meanwhile.getAndSet(() -> {}).run();
            if (action.type().equals("greet")) {
                return ActionHandler.super.handleAtOnce(action, conversation, locale);
            }
            return Optional.ofNullable(action.widget()).map(widget -> filled(action));
        }

        private static ItemChange filled(WidgetAction action) {
            Widget widget = Objects.requireNonNull(action.widget());
            return ItemChange.ofWidget(
                    widget.id(),
                    before -> action.type().equals("wrap")
                            ? new Json("{\"children\":[" + before.text() + "]}")
                            : action.payload());
        }
    }
}
