package dev.parley.application.run;

import static dev.parley.application.testing.Examples.saying;
import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.application.assistant.Assistant;
import dev.parley.application.event.RunEvent;
import dev.parley.application.event.RunSubscription;
import dev.parley.application.event.SequencedEvent;
import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.SystemFailure;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.testing.PlainMessages;
import dev.parley.application.testing.UseCases;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ThreadStatus;
import dev.parley.domain.conversation.UserInput;
import dev.parley.domain.item.InputText;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.UserMessage;
import dev.parley.domain.run.QueuedRun;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunError;
import dev.parley.domain.run.RunOptions;
import dev.parley.domain.run.RunRepository;
import dev.parley.domain.run.RunStatus;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RunQueueTest {

    private final Stage stage = new Stage();
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @Test
    void aSecondMessageIsRefusedWhileTheFirstIsAnswered() {
        RunHandle first = answeringSlowly("Hi");

        assertThatThrownBy(() -> stage.say("Are you there?"))
                .is(failure(RunError.RUN_IN_PROGRESS))
                .hasMessageContaining(first.run().id().toString());
        assertThat(stage.said()).containsExactly("Hi");

        mayEnd.countDown();
        stage.awaitEnd(first);
        stage.awaitEnd(stage.say("Are you there?"));
    }

    @Test
    void messagesWaitInTheOrderInWhichTheyCame() {
        RunHandle first = answeringSlowly("1");
        RunHandle second = stage.say("2", OnActiveRun.ENQUEUE);
        RunHandle third = stage.say("3", OnActiveRun.ENQUEUE);
        assertThat(stage.statusOf(second.run().id())).isEqualTo(RunStatus.QUEUED);
        assertThat(stage.said()).containsExactly("1", "2", "3");

        mayEnd.countDown();

        assertThat(Stage.read(first.events())).isNotEmpty();
        assertThat(readWhilePolling(second)).first().isInstanceOf(RunEvent.ItemDone.class);
        assertThat(readWhilePolling(third)).isNotEmpty();
        assertThat(stage.said()).containsExactly("1", "Answer to 1", "2", "Answer to 2", "3", "Answer to 3");
    }

    @Test
    void noMoreThanTenMessagesWait() {
        answeringSlowly("0");
        for (int number = 1; number <= 10; number++) {
            stage.say("" + number, OnActiveRun.ENQUEUE);
        }

        assertThatThrownBy(() -> stage.say("11", OnActiveRun.ENQUEUE)).is(failure(RunError.RUN_QUEUE_FULL));
        mayEnd.countDown();
    }

    @Test
    void anInterruptingMessageStopsTheAnswerAndIsAnsweredNext() {
        stage.assistant.set((turn, reply) -> {
            reply.text("Answer to " + turn.message().text());
            if (turn.message().text().equals("1")) {
                Stage.waitForever();
            }
        });
        RunHandle first = stage.say("1");
        Stage.atLeast(5, first.events());

        RunHandle second = stage.say("2", OnActiveRun.INTERRUPT);

        assertThat(readWhilePolling(second)).isNotEmpty();
        assertThat(stage.statusOf(first.run().id())).isEqualTo(RunStatus.CANCELLED);
        assertThat(stage.said()).containsExactly("1", "Answer to 1", "2", "Answer to 2");
    }

    @Test
    void whoWaitsIsToldAtOnceWhileTheAnswerBeforeGoesOn() {
        answeringSlowly("1");

        RunHandle second = stage.say("2", OnActiveRun.ENQUEUE);

        assertThat(Stage.atLeast(3, second.events()))
                .extracting(SequencedEvent::event)
                .satisfiesExactly(
                        done -> assertThat(done).isInstanceOf(RunEvent.ItemDone.class),
                        options -> assertThat(options).isInstanceOf(RunEvent.StreamOptions.class),
                        waits -> assertThat(waits)
                                .isEqualTo(new RunEvent.Progress(
                                        null, "Your message waits for the end of the answer before it.")));
        mayEnd.countDown();
        assertThat(readWhilePolling(second)).isNotEmpty();
    }

    @Test
    void aMessageThatAnotherNodeTakesInWaitsForThisOne() {
        answeringSlowly("1");
        NodeUnderTest another = stage.another();

        RunHandle second = PlainMessages.send(
                another.startRun, stage.ada, stage.conversation.id(), saying("2"), OnActiveRun.ENQUEUE);

        assertThat(Stage.atLeast(3, second.events()).getLast().event()).isInstanceOf(RunEvent.Progress.class);
        assertThat(stage.said()).containsExactly("1", "2");
        mayEnd.countDown();
        stage.awaitStatus(second.run().id(), RunStatus.COMPLETED);
        assertThat(stage.said()).containsExactly("1", "Answer to 1", "2", "Answer to 2");
    }

    @Test
    void anAssistantIsToldOfNoMessageThatWaitsBehindItsOwn() {
        Map<String, List<String>> told = new ConcurrentHashMap<>();
        stage.assistant.set((turn, reply) -> {
            told.put(
                    turn.message().text(),
                    turn.transcript().stream().map(Item::text).toList());
            reply.text("Answer to " + turn.message().text());
            Stage.waitFor(mayEnd);
        });
        stage.say("1");
        stage.say("2", OnActiveRun.ENQUEUE);
        RunHandle third = stage.say("3", OnActiveRun.ENQUEUE);

        mayEnd.countDown();

        assertThat(readWhilePolling(third)).isNotEmpty();
        assertThat(told)
                .containsEntry("2", List.of("1", "Answer to 1"))
                .containsEntry("3", List.of("1", "Answer to 1", "2", "Answer to 2"));
    }

    @Test
    void aMessageThatWasGivenUpStaysBehindTheAnswerAndBeforeTheNext() {
        RunHandle first = answeringSlowly("1");
        RunHandle second = stage.say("2", OnActiveRun.ENQUEUE);
        stage.node.cancelRun.cancel(
                stage.ada, stage.conversation.id(), second.run().id());
        mayEnd.countDown();
        stage.awaitEnd(first);
        assertThat(stage.said()).containsExactly("1", "Answer to 1", "2");

        stage.awaitEnd(stage.say("3"));

        assertThat(stage.said()).containsExactly("1", "Answer to 1", "2", "3", "Answer to 3");
    }

    @Test
    void aMessageThatANodeOfThePreviousVersionTookInIsAnsweredAsWell() {
        RunHandle first = answeringSlowly("1");
        Run run = takenInByThePreviousVersion("2");

        mayEnd.countDown();
        stage.awaitEnd(first);

        stage.awaitStatus(run.id(), RunStatus.COMPLETED);
        assertThat(stage.said()).containsExactly("1", "Answer to 1", "2", "Answer to 2");
    }

    @Test
    void anAnswerThatHasNotBegunCanBeGivenUpAndItsMessageStays() {
        RunHandle first = answeringSlowly("1");
        RunHandle second = stage.say("2", OnActiveRun.ENQUEUE);

        stage.node.cancelRun.cancel(
                stage.ada, stage.conversation.id(), second.run().id());

        assertThat(readWhilePolling(second)).last().isInstanceOf(RunEvent.Progress.class);
        assertThat(stage.statusOf(second.run().id())).isEqualTo(RunStatus.CANCELLED);
        mayEnd.countDown();
        stage.awaitEnd(first);
        assertThat(stage.said()).containsExactly("1", "Answer to 1", "2");
    }

    @Test
    void whatCannotBeTakenWhenItsTurnComesIsRefusedAndTheNextIsAnswered() {
        RunHandle first = answeringSlowly("1");
        RunHandle second = stage.say("2", OnActiveRun.ENQUEUE);
        stage.unitOfWork.run(() -> {
            Conversation open =
                    stage.ports.conversations().lock(stage.conversation.id()).orElseThrow();
            stage.ports
                    .conversations()
                    .save(open.withStatus(new ThreadStatus.Locked("No more for today."), stage.clock.instant()));
        });

        mayEnd.countDown();
        stage.awaitEnd(first);

        assertThat(readWhilePolling(second)).last().isInstanceOfSatisfying(RunEvent.Failed.class, failed -> {
            assertThat(failed.isRefusal()).isTrue();
            assertThat(failed.message()).isEqualTo("No more for today.");
        });
        assertThat(stage.stored(second.run().id()).errorCode()).isEqualTo("THREAD_LOCKED");
        assertThat(stage.said()).containsExactly("1", "Answer to 1", "2", "No more for today.");
    }

    @Test
    void whatCannotBeBegunBecauseAStepFailsWaitsOn() {
        Run run = takenInByThePreviousVersion("1");
        AtomicBoolean fails = new AtomicBoolean(true);
        RunQueue queue = UseCases.over(stage.ports)
                .with(UnitOfWork.class, stage.unitOfWork)
                .with(IdGenerator.class, stage.ids)
                .with(ErrorReporter.class, stage.errorReporter)
                .with(Assistant.class, (turn, reply) -> reply.text("Here I am"))
                .with(RunRepository.class, whoseBeginFails(fails))
                .get(RunQueue.class);

        queue.startStalled();

        assertThat(stage.errorReporter.failures())
                .extracting(SystemFailure::step)
                .containsExactly("run.begin");
        assertThat(stage.statusOf(run.id())).isEqualTo(RunStatus.QUEUED);
        fails.set(false);
        queue.startStalled();
        stage.awaitStatus(run.id(), RunStatus.COMPLETED);
        assertThat(stage.said()).containsExactly("1", "Here I am");
    }

    @Test
    void whatWaitsBehindANodeThatIsGoneIsBegunByAnother() {
        CountDownLatch asked = new CountDownLatch(1);
        stage.assistant.set((turn, reply) -> {
            asked.countDown();
            Stage.waitForever();
        });
        stage.say("1");
        Stage.waitFor(asked);
        RunHandle second = stage.say("2", OnActiveRun.ENQUEUE);
        stage.assistant.set((turn, reply) -> reply.text("Here I am"));

        new NodeUnderTest(stage, "first", Duration.ofMinutes(1)).leases.takeOverLeftOver();

        stage.awaitStatus(second.run().id(), RunStatus.COMPLETED);
        assertThat(stage.said()).containsExactly("1", "2", "Here I am");
    }

    private Run takenInByThePreviousVersion(String text) {
        Run run = Run.queue(stage.ids.run(), stage.conversation.id(), stage.clock.instant());
        UserMessage message =
                new UserInput(List.of(new InputText(text))).message(stage.ids.message(), stage.clock.instant());
        stage.unitOfWork.run(() -> {
            stage.ports.conversations().lock(stage.conversation.id());
            stage.ports.runs().addQueued(new QueuedRun(run, message, RunOptions.DEFAULT));
        });
        return run;
    }

    private RunRepository whoseBeginFails(AtomicBoolean fails) {
        return (RunRepository) Proxy.newProxyInstance(
                RunRepository.class.getClassLoader(),
                new Class<?>[] {RunRepository.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("begin") && fails.get()) {
                        throw SystemFailure.unavailable("run.begin", new IllegalStateException("no answer"));
                    }
                    return method.invoke(stage.ports.runs(), arguments);
                });
    }

    private RunHandle answeringSlowly(String message) {
        stage.assistant.set((turn, reply) -> {
            Stage.waitFor(mayEnd);
            reply.text("Answer to " + turn.message().text());
        });
        return stage.say(message);
    }

    private List<RunEvent> readWhilePolling(RunHandle run) {
        List<RunEvent> events = new ArrayList<>();
        await().atMost(Stage.SOON).until(() -> {
            stage.node.writer.flush();
            stage.node.streams.poll();
            RunSubscription.Next next = run.events().await(Duration.ofMillis(10));
            next.events().forEach(event -> events.add(event.event()));
            return next.isEnd();
        });
        return events;
    }
}
