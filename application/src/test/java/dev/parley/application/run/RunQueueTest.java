package dev.parley.application.run;

import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.application.event.RunEvent;
import dev.parley.application.event.RunSubscription;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ThreadStatus;
import dev.parley.domain.run.RunError;
import dev.parley.domain.run.RunStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
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
        assertThat(stage.said()).containsExactly("1");

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
    void aWaitingMessageCanBeTakenBack() {
        RunHandle first = answeringSlowly("1");
        RunHandle second = stage.say("2", OnActiveRun.ENQUEUE);

        stage.node.cancelRun.cancel(
                stage.ada, stage.conversation.id(), second.run().id());

        assertThat(readWhilePolling(second)).isEmpty();
        assertThat(stage.statusOf(second.run().id())).isEqualTo(RunStatus.CANCELLED);
        mayEnd.countDown();
        stage.awaitEnd(first);
        assertThat(stage.said()).containsExactly("1", "Answer to 1");
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

        assertThat(readWhilePolling(second)).singleElement().isInstanceOfSatisfying(RunEvent.Failed.class, failed -> {
            assertThat(failed.isRefusal()).isTrue();
            assertThat(failed.message()).isEqualTo("No more for today.");
        });
        assertThat(stage.stored(second.run().id()).errorCode()).isEqualTo("THREAD_LOCKED");
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
