package dev.parley.application.run;

import static dev.parley.application.testing.Examples.LIMITS;
import static dev.parley.application.testing.Examples.conversationOf;
import static dev.parley.application.testing.Examples.saying;
import static dev.parley.application.testing.Examples.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.application.run.StartRun.StartedRun;
import dev.parley.application.shared.StepFailed;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.testing.CountingIds;
import dev.parley.application.testing.EchoTool;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.RecordingJournal;
import dev.parley.application.testing.SettableClock;
import dev.parley.application.tool.RequestedCall;
import dev.parley.application.tool.Tool;
import dev.parley.application.tool.ToolBox;
import dev.parley.application.tool.ToolContext;
import dev.parley.application.tool.ToolDefinition;
import dev.parley.application.tool.ToolResult;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Item;
import dev.parley.domain.conversation.MessageTooLong;
import dev.parley.domain.conversation.NotYourSession;
import dev.parley.domain.conversation.ToolCall;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunId;
import dev.parley.domain.run.RunInProgress;
import dev.parley.domain.run.RunStatus;
import dev.parley.domain.run.Usage;
import dev.parley.domain.shared.InvalidRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RunTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final RunPolicy POLICY = new RunPolicy(LIMITS, 50, Set.of("small"));

    private final PortsUnderTest ports = PortsUnderTest.inMemory();
    private final SwitchableUnitOfWork unitOfWork = new SwitchableUnitOfWork(ports.unitOfWork());
    private final SettableClock clock = new SettableClock();
    private final RecordingJournal journal = new RecordingJournal();
    private final AtomicReference<Assistant> assistant =
            new AtomicReference<>((turn, reply) -> List.of("Hello, ", "you.").forEach(reply::text));
    private final AtomicReference<BiFunction<String, ToolContext, ToolResult>> box =
            new AtomicReference<>((arguments, context) -> ToolResult.of(arguments));
    private final ToolBox tools = new ToolBox(
            List.of(() -> List.of(new EchoTool(), new Box(box))),
            (definition, arguments) ->
                    arguments.isEmpty() ? Optional.of("arguments must not be empty") : Optional.empty(),
            Thread.ofVirtual().factory(),
            SOON);
    private final RunEngine engine = new RunEngine(
            (turn, reply) -> assistant.get().answer(turn, reply),
            tools,
            unitOfWork,
            ports.conversations(),
            ports.runs(),
            ports.usages(),
            new CountingIds(),
            clock,
            journal,
            Thread.ofVirtual().factory());
    private final StartRun startRun =
            new StartRun(unitOfWork, ports.conversations(), ports.runs(), POLICY, new CountingIds(), clock, engine);
    private final AccountId ada = someone();
    private final Conversation conversation = conversationOf(ada, clock.instant());

    @BeforeEach
    void addConversation() {
        unitOfWork.run(() -> ports.conversations().add(conversation, 10));
    }

    @Test
    void messageAndAnswerAreStoredAndTheRunIsCompleted() {
        StartedRun run = say("Hi");

        awaitEnd(run);

        assertThat(items()).extracting(Item::text).containsExactly("Hi", "Hello, you.");
        assertThat(items()).extracting(Item::sequence).containsExactly(1L, 2L);
        assertThat(stored(run.id()).status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(journal.failures()).isEmpty();
    }

    @Test
    void eventsComeInTheProtocolsOrder() {
        List<RunEvent> events = awaitEnd(say("Hi"));

        assertThat(events)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly(
                        "ItemDone",
                        "StreamOptions",
                        "ThreadUpdated",
                        "MessageAdded",
                        "ContentPartAdded",
                        "TextDelta",
                        "TextDelta",
                        "ContentPartDone",
                        "ItemDone");
    }

    @Test
    void theMessageIsCommittedBeforeTheAssistantIsAsked() {
        List<Item> seen = new ArrayList<>();
        assistant.set((turn, reply) -> seen.addAll(items()));

        awaitEnd(say("Hi"));

        assertThat(seen).extracting(Item::text).containsExactly("Hi");
    }

    @Test
    void theAssistantIsToldWhatWasSaidBeforeAndTheNewMessage() {
        awaitEnd(say("Hi"));
        AtomicReference<Turn> told = new AtomicReference<>();
        assistant.set((turn, reply) -> told.set(turn));

        awaitEnd(say("And now?"));

        assertThat(told.get().transcript()).extracting(Item::text).containsExactly("Hi", "Hello, you.");
        assertThat(told.get().message().text()).isEqualTo("And now?");
    }

    @Test
    void anItemIsToldAsDoneOnlyOnceItIsCommitted() {
        CountDownLatch said = new CountDownLatch(1);
        assistant.set((turn, reply) -> {
            reply.text("word");
            unitOfWork.broken.set(true);
            said.countDown();
        });

        List<RunEvent> events = awaitEnd(say("Hi"));

        assertThat(said.getCount()).isZero();
        assertThat(events.getLast()).isInstanceOf(RunEvent.Failed.class);
        assertThat(events.stream().filter(RunEvent.ItemDone.class::isInstance)).hasSize(1);
        assertThat(journal.failures()).extracting(StepFailed::step).containsExactly("commit");
        assertThat(engine.running()).as("runs whose lease is renewed").isEmpty();
    }

    @Test
    void anAssistantThatFailsAtOnceFailsTheRunBeforeAnyAnswer() throws InterruptedException {
        assistant.set((turn, reply) -> {
            throw new IllegalArgumentException("secret of the provider");
        });

        StartedRun run = say("Hi");

        assertThat(run.stream().awaitAnswer(SOON)).map(StepFailed::code).contains("UPSTREAM_ERROR");
        assertThat(stored(run.id()).errorCode()).isEqualTo("UPSTREAM_ERROR");
        assertThat(journal.failures()).extracting(StepFailed::step).containsExactly("assistant");
        assertThat(awaitEnd(run).getLast().toString()).doesNotContain("secret");
        assertThat(items()).extracting(Item::text).containsExactly("Hi");
    }

    @Test
    void whatAFailingAssistantHasSaidIsKept() {
        assistant.set((turn, reply) -> {
            reply.text("Half of");
            throw new IllegalArgumentException("broken");
        });

        StartedRun run = say("Hi");
        List<RunEvent> events = awaitEnd(run);

        assertThat(items()).extracting(Item::text).containsExactly("Hi", "Half of");
        assertThat(events.getLast()).isInstanceOf(RunEvent.Failed.class);
        assertThat(stored(run.id()).status()).isEqualTo(RunStatus.FAILED);
    }

    @Test
    void anEndlessAnswerIsCutOff() {
        assistant.set((turn, reply) -> {
            while (true) {
                reply.text("word ".repeat(1000));
            }
        });

        awaitEnd(say("Hi"));

        assertThat(journal.failures())
                .singleElement()
                .extracting(Throwable::getCause)
                .isInstanceOf(AnswerTooLong.class);
        assertThat(items().getLast().text().length()).isBetween(200_000, 256 * 1024);
    }

    @Test
    void anAssistantThatSaysNothingLeavesNoMessage() {
        assistant.set((turn, reply) -> reply.text(""));

        StartedRun run = say("Hi");
        awaitEnd(run);

        assertThat(items()).hasSize(1);
        assertThat(stored(run.id()).status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void aSecondMessageWaitsForTheEndOfTheFirstAnswer() {
        CountDownLatch mayEnd = new CountDownLatch(1);
        assistant.set((turn, reply) -> waitFor(mayEnd));
        StartedRun first = say("Hi");

        assertThatThrownBy(() -> say("Are you there?")).isInstanceOf(RunInProgress.class);
        assertThat(items()).extracting(Item::text).containsExactly("Hi");

        mayEnd.countDown();
        awaitEnd(first);
        awaitEnd(say("Are you there?"));
    }

    @Test
    void aRefusedMessageLeavesNothing() {
        assertThatThrownBy(() -> say("x".repeat(501))).isInstanceOf(MessageTooLong.class);
        assertThatThrownBy(() -> startRun.start(someone(), conversation.id(), saying("Hi")))
                .isInstanceOf(NotYourSession.class);

        assertThat(items()).isEmpty();
        assertThat(engine.running()).isEmpty();
    }

    @Test
    void aRunThatWasTakenOverWritesNothingMore() {
        CountDownLatch mayEnd = new CountDownLatch(1);
        assistant.set((turn, reply) -> {
            reply.text("too late");
            waitFor(mayEnd);
        });
        StartedRun run = say("Hi");
        unitOfWork.run(() -> ports.runs().interruptAll(clock.instant()));

        mayEnd.countDown();
        List<RunEvent> events = awaitEnd(run);

        assertThat(items()).extracting(Item::text).containsExactly("Hi");
        assertThat(events.getLast()).isInstanceOf(RunEvent.Failed.class);
        assertThat(stored(run.id()).status()).isEqualTo(RunStatus.INTERRUPTED);
    }

    @Test
    void aRunWhoseSessionIsDeletedEnds() {
        CountDownLatch mayEnd = new CountDownLatch(1);
        assistant.set((turn, reply) -> {
            reply.text("for nobody");
            waitFor(mayEnd);
        });
        StartedRun run = say("Hi");
        unitOfWork.run(() -> ports.conversations().delete(conversation));

        mayEnd.countDown();

        assertThat(awaitEnd(run).getLast()).isInstanceOf(RunEvent.Failed.class);
        assertThat(items()).isEmpty();
    }

    @Test
    void aStoppingServerKeepsWhatWasSaidAndMarksTheRunInterrupted() throws InterruptedException {
        assistant.set((turn, reply) -> {
            reply.text("Half of");
            waitFor(new CountDownLatch(1));
        });
        StartedRun run = say("Hi");
        assertThat(run.stream().awaitAnswer(SOON)).isEmpty();

        engine.stop(SOON);

        assertThat(items()).extracting(Item::text).containsExactly("Hi", "Half of");
        assertThat(stored(run.id()).status()).isEqualTo(RunStatus.INTERRUPTED);
    }

    @Test
    void everySubscriberSeesEveryEvent() {
        StartedRun run = say("Hi");

        assertThat(awaitEnd(run)).isEqualTo(awaitEnd(run));
    }

    @Test
    void leasesOfLivingRunsAreRenewedAndExpiredRunsInterrupted() {
        RunLeases leases = new RunLeases(unitOfWork, ports.runs(), engine, clock);
        CountDownLatch mayEnd = new CountDownLatch(1);
        assistant.set((turn, reply) -> waitFor(mayEnd));
        StartedRun living = say("Hi");
        Conversation other = conversationOf(ada);
        Run dead = Run.start(new CountingIds().run(), other.id(), clock.instant());
        unitOfWork.run(() -> {
            ports.conversations().add(other, 10);
            ports.runs().add(dead, Duration.ofMinutes(-1));
        });

        leases.renew();

        assertThat(stored(dead.id()).status()).isEqualTo(RunStatus.INTERRUPTED);
        assertThat(stored(living.id()).status()).isEqualTo(RunStatus.RUNNING);
        mayEnd.countDown();
        awaitEnd(living);
    }

    @Test
    void aRestartInterruptsWhatItsPredecessorLeft() {
        Run left = Run.start(new CountingIds().run(), conversation.id(), clock.instant());
        unitOfWork.run(() -> ports.runs().add(left, Duration.ofMinutes(1)));

        new RunLeases(unitOfWork, ports.runs(), engine, clock).interruptLeftOver();

        assertThat(stored(left.id()).status()).isEqualTo(RunStatus.INTERRUPTED);
    }

    @Test
    void aToolIsCalledForTheUserAndItsResultGoesBack() {
        AtomicReference<ToolResult> result = new AtomicReference<>();
        assistant.set((turn, reply) -> {
            reply.text("Let me see.");
            result.set(reply.callTool(new RequestedCall("call_1", "echo", "{}")));
            reply.text("Done.");
        });

        List<RunEvent> events = awaitEnd(say("Hi"));

        assertThat(result.get()).isEqualTo(ToolResult.of("{} for " + ada));
        assertThat(items()).extracting(Item::text).containsExactly("Hi", "Let me see.", "", "Done.");
        assertThat(items().get(2)).isInstanceOfSatisfying(ToolCall.class, call -> {
            assertThat(call.name()).isEqualTo("echo");
            assertThat(call.outcome()).isEqualTo(new ToolCall.Outcome("{} for " + ada, false));
        });
        assertThat(events)
                .extracting(event -> event.getClass().getSimpleName())
                .containsSubsequence("TextDelta", "ItemDone", "Progress", "MessageAdded", "TextDelta", "ItemDone")
                .doesNotContain("Failed");
    }

    @Test
    void aCallIsCommittedBeforeItIsMade() {
        List<Item> seen = new ArrayList<>();
        box.set((arguments, context) -> {
            seen.addAll(items());
            return ToolResult.of("seen");
        });
        assistant.set((turn, reply) -> reply.callTool(new RequestedCall("call_1", "box", "{}")));

        awaitEnd(say("Hi"));

        assertThat(seen)
                .last()
                .isInstanceOfSatisfying(
                        ToolCall.class, call -> assertThat(call.outcome()).isNull());
    }

    @Test
    void whatGoesWrongWithAToolIsToldToTheModelAndDoesNotEndTheAnswer() {
        box.set((arguments, context) -> {
            throw new IllegalStateException("a secret of the tool");
        });
        List<ToolResult> results = new ArrayList<>();
        assistant.set((turn, reply) -> {
            results.add(reply.callTool(new RequestedCall("call_1", "unknown", "{}")));
            results.add(reply.callTool(new RequestedCall("call_2", "echo", "")));
            results.add(reply.callTool(new RequestedCall("call_3", "box", "{}")));
            reply.text("Done.");
        });

        awaitEnd(say("Hi"));

        assertThat(results).allMatch(ToolResult::isError);
        assertThat(results)
                .extracting(ToolResult::content)
                .containsExactly("There is no tool named unknown.", "arguments must not be empty", "The tool failed.");
        assertThat(items().getLast().text()).isEqualTo("Done.");
    }

    @Test
    void aStoppedRunInterruptsItsToolAndKeepsTheCall() throws InterruptedException {
        CountDownLatch called = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        box.set((arguments, context) -> {
            called.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.set(true);
                Thread.currentThread().interrupt();
            }
            return ToolResult.of("too late");
        });
        assistant.set((turn, reply) -> reply.callTool(new RequestedCall("call_1", "box", "{}")));
        StartedRun run = say("Hi");
        called.await();

        engine.stop(SOON);

        await().untilTrue(interrupted);
        assertThat(stored(run.id()).status()).isEqualTo(RunStatus.INTERRUPTED);
        assertThat(items()).last().isInstanceOf(ToolCall.class);
    }

    @Test
    void whatAnAnswerCostIsKeptForItsUser() {
        assistant.set((turn, reply) -> {
            reply.usage(new Usage("small", 10, 5, 1, 100, 1000));
            reply.usage(new Usage("small", 20, 7, 0, 50, 500));
        });

        awaitEnd(say("Hi"));

        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        assertThat(ports.unitOfWork().read(() -> ports.usages().daily(ada, today)))
                .singleElement()
                .satisfies(day -> {
                    assertThat(day.promptTokens()).isEqualTo(30);
                    assertThat(day.completionTokens()).isEqualTo(12);
                    assertThat(day.answers()).isEqualTo(1);
                });
    }

    @Test
    void aUserPicksAmongTheModelsThatMayBePicked() {
        AtomicReference<Turn> told = new AtomicReference<>();
        assistant.set((turn, reply) -> told.set(turn));

        awaitEnd(startRun.start(ada, conversation.id(), saying("Hi", "small")));

        assertThat(told.get().message().options().model()).isEqualTo("small");
        assertThatThrownBy(() -> startRun.start(ada, conversation.id(), saying("Hi", "large")))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("[small]");
    }

    @Test
    void aPairThatWasCutInTwoIsShownAndKeptWhole() {
        assistant.set((turn, reply) -> {
            reply.text("ship \ud83d");
            reply.text("\udea2 and half \ud83d");
        });

        List<RunEvent> events = awaitEnd(say("Hi"));

        assertThat(items().getLast().text()).isEqualTo("ship 🚢 and half \ufffd");
        assertThat(events.stream()
                        .filter(RunEvent.TextDelta.class::isInstance)
                        .map(event -> ((RunEvent.TextDelta) event).delta()))
                .containsExactly("ship ", "🚢 and half ", "\ufffd");
    }

    private StartedRun say(String text) {
        return startRun.start(ada, conversation.id(), saying(text));
    }

    private List<Item> items() {
        return ports.unitOfWork().read(() -> ports.conversations().items(conversation.id()));
    }

    private Run stored(RunId id) {
        return ports.unitOfWork().read(() -> ports.runs().find(id)).orElseThrow();
    }

    private List<RunEvent> awaitEnd(StartedRun run) {
        List<RunEvent> events = new ArrayList<>();
        AtomicBoolean ended = new AtomicBoolean();
        await().atMost(SOON).until(() -> {
            RunStream.Next next = run.stream().await(events.size(), Duration.ofMillis(100));
            events.addAll(next.events());
            ended.set(next.ended());
            return ended.get();
        });
        await().atMost(SOON).until(() -> !engine.running().contains(run.id()));
        return events;
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while answering", e);
        }
    }

    /** Units that fail at commit once a test has broken them. */
    private static final class SwitchableUnitOfWork implements UnitOfWork {

        private final UnitOfWork units;
        private final AtomicBoolean broken = new AtomicBoolean();

        SwitchableUnitOfWork(UnitOfWork units) {
            this.units = units;
        }

        @Override
        public <T> T execute(Supplier<T> work) {
            return units.execute(() -> {
                T result = work.get();
                if (broken.get()) {
                    throw StepFailed.unavailable("commit", new IllegalStateException("the database is away"));
                }
                return result;
            });
        }

        @Override
        public <T> T read(Supplier<T> work) {
            return units.read(work);
        }
    }

    /** A tool that does what a test puts into it. */
    private record Box(AtomicReference<BiFunction<String, ToolContext, ToolResult>> content) implements Tool {

        @Override
        public ToolDefinition definition() {
            return new ToolDefinition("box", "Does anything", "{\"type\":\"object\"}", "Opening the box…");
        }

        @Override
        public ToolResult call(String arguments, ToolContext context) {
            return content.get().apply(arguments, context);
        }
    }
}
