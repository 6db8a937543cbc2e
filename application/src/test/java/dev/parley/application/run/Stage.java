package dev.parley.application.run;

import static dev.parley.application.testing.Examples.conversationOf;
import static dev.parley.application.testing.Examples.saying;
import static dev.parley.application.testing.Examples.someone;
import static org.awaitility.Awaitility.await;

import dev.parley.application.assistant.Assistant;
import dev.parley.application.event.ItemUpdate;
import dev.parley.application.event.RunEvent;
import dev.parley.application.event.RunSubscription;
import dev.parley.application.event.RunSubscription.Next;
import dev.parley.application.event.RunSubscription.Position;
import dev.parley.application.event.SequencedEvent;
import dev.parley.application.shared.IdGenerator;
import dev.parley.application.testing.CountingIds;
import dev.parley.application.testing.PlainMessages;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.RecordingErrorReporter;
import dev.parley.application.testing.SettableClock;
import dev.parley.application.tool.ToolContext;
import dev.parley.application.tool.ToolResult;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.item.Item;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunId;
import dev.parley.domain.run.RunStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A thread, its user, and the nodes that answer there, over one store in memory. */
final class Stage {

    static final Duration SOON = Duration.ofSeconds(30);

    final PortsUnderTest ports = PortsUnderTest.inMemory();
    final SwitchableUnitOfWork unitOfWork = new SwitchableUnitOfWork(ports.unitOfWork());
    final SettableClock clock = new SettableClock();
    final IdGenerator ids = new CountingIds();
    final RecordingErrorReporter errorReporter = new RecordingErrorReporter();
    final AtomicReference<Assistant> assistant =
            new AtomicReference<>((turn, reply) -> List.of("Hello, ", "you.").forEach(reply::text));
    final AtomicReference<BiFunction<String, ToolContext, ToolResult>> box =
            new AtomicReference<>((arguments, context) -> ToolResult.of(arguments));
    final List<Measured> measured = new CopyOnWriteArrayList<>();
    final AccountId ada = someone();
    final Conversation conversation = conversationOf(ada, clock.instant());
    final NodeUnderTest node = new NodeUnderTest(this, "first", Duration.ofMinutes(1));

    Stage() {
        unitOfWork.run(() -> ports.conversations().add(conversation, 10));
    }

    void measure(RunStatus status, Duration time, @Nullable Duration firstToken) {
        measured.add(new Measured(status, firstToken != null));
    }

    /** What a node has measured of a run, but for the time. */
    record Measured(RunStatus status, boolean hasText) {}

    /** A node beside the first. */
    NodeUnderTest another() {
        return new NodeUnderTest(this, "second", Duration.ofMinutes(1));
    }

    /** A node whose leases have ended as soon as they begin, as if it were dead. */
    NodeUnderTest dying() {
        return new NodeUnderTest(this, "dying", Duration.ofMinutes(-1));
    }

    RunHandle say(String text) {
        return PlainMessages.send(node.startRun, ada, conversation.id(), saying(text), null);
    }

    RunHandle say(String text, OnActiveRun onActiveRun) {
        return PlainMessages.send(node.startRun, ada, conversation.id(), saying(text), onActiveRun);
    }

    List<Item> items() {
        return ports.unitOfWork().read(() -> ports.conversations().items(conversation.id()));
    }

    int messageCount() {
        return ports.unitOfWork()
                .read(() -> ports.conversations().find(conversation.id()))
                .orElseThrow()
                .messageCount();
    }

    List<String> said() {
        return items().stream().filter(Item::isVisible).map(Item::text).toList();
    }

    Run stored(RunId id) {
        return ports.unitOfWork().read(() -> ports.runs().find(id)).orElseThrow();
    }

    RunStatus statusOf(RunId id) {
        return stored(id).status();
    }

    void awaitStatus(RunId id, RunStatus status) {
        await().atMost(SOON).until(() -> statusOf(id) == status);
    }

    /** Reads a run to its end, and waits until its node is done with it. */
    List<RunEvent> awaitEnd(RunHandle run) {
        List<RunEvent> events = read(run.events());
        await().atMost(SOON)
                .until(() -> !node.engine.running().contains(run.run().id()));
        return events;
    }

    /** All events to the end. */
    static List<RunEvent> read(RunSubscription subscription) {
        return logged(subscription).stream().map(SequencedEvent::event).toList();
    }

    static List<SequencedEvent> logged(RunSubscription subscription) {
        List<SequencedEvent> events = new ArrayList<>();
        await().atMost(SOON).until(() -> {
            Next next = subscription.await(Duration.ofMillis(100));
            events.addAll(next.events());
            return next.isEnd();
        });
        return events;
    }

    /** Reads at least so many events. */
    static List<SequencedEvent> atLeast(int number, RunSubscription subscription) {
        List<SequencedEvent> events = new ArrayList<>();
        await().atMost(SOON).until(() -> {
            events.addAll(subscription.await(Duration.ofMillis(100)).events());
            return events.size() >= number;
        });
        return events;
    }

    static Position after(SequencedEvent event) {
        return new Position(event.sequence(), event.isTakenOver());
    }

    static List<String> deltas(List<RunEvent> events) {
        return events.stream()
                .filter(RunEvent.ItemUpdated.class::isInstance)
                .map(event -> ((RunEvent.ItemUpdated) event).update())
                .filter(ItemUpdate.TextDelta.class::isInstance)
                .map(update -> ((ItemUpdate.TextDelta) update).delta())
                .toList();
    }

    static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while answering", e);
        }
    }

    static void waitForever() {
        waitFor(new CountDownLatch(1));
    }
}
