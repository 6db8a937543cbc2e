package dev.parley.application.run;

import static dev.parley.application.testing.Examples.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.application.event.RunEvent;
import dev.parley.application.event.RunOutcome;
import dev.parley.application.event.RunSubscription;
import dev.parley.application.event.RunSubscription.Position;
import dev.parley.application.event.SequencedEvent;
import dev.parley.application.run.Stage.Measured;
import dev.parley.application.shared.SystemFailure;
import dev.parley.application.testing.PlainMessages;
import dev.parley.application.tool.RequestedCall;
import dev.parley.application.tool.ToolResult;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.Note;
import dev.parley.domain.item.ToolCall;
import dev.parley.domain.run.RunStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RunTakeoverTest {

    private final Stage stage = new Stage();
    private final NodeUnderTest dying = stage.dying();

    @Test
    void theTextInTheLogBecomesAnItemAndTheRunIsInterrupted() {
        RunHandle run = dyingAfter("Half of");

        stage.node.beatSteadily();

        assertThat(stage.said()).containsExactly("Hi", "Half of");
        assertThat(stage.statusOf(run.run().id())).isEqualTo(RunStatus.INTERRUPTED);
        assertThat(Stage.read(stage.node.follow(run.run().id(), Position.BEGIN)))
                .last()
                .isEqualTo(RunOutcome.CUT_OFF);
    }

    @Test
    void theNextMessageTakesOverWhatIsAbandoned() {
        RunHandle run = dyingAfter("Half of");
        stage.assistant.set((turn, reply) -> reply.text("Again"));

        stage.awaitEnd(stage.say("And?"));

        assertThat(stage.said()).containsExactly("Hi", "Half of", "And?", "Again");
        assertThat(stage.statusOf(run.run().id())).isEqualTo(RunStatus.INTERRUPTED);
    }

    @Test
    void whatIsTakenOverIsMeasuredOnceByTheNodeThatDoesSo() {
        dyingAfter("Half of");

        stage.node.beatSteadily();
        stage.node.leases.renew();

        assertThat(stage.measured).containsExactly(new Measured(RunStatus.INTERRUPTED, false));
    }

    @Test
    void whatTheNextMessageTakesOverIsMeasuredBeforeItsOwnRun() {
        dyingAfter("Half of");
        stage.assistant.set((turn, reply) -> reply.text("Again"));

        stage.awaitEnd(stage.say("And?"));

        assertThat(stage.measured)
                .containsExactly(new Measured(RunStatus.INTERRUPTED, false), new Measured(RunStatus.COMPLETED, true));
    }

    @Test
    void whoHasSeenMoreThanTheLogIsToldWhatBecameOfIt() {
        RunHandle run = dyingAfter("Half of");
        long logged = Stage.atLeast(6, stage.node.follow(run.run().id(), Position.BEGIN))
                .size();

        stage.node.beatSteadily();

        List<SequencedEvent> rest = Stage.logged(stage.node.follow(run.run().id(), new Position(logged + 3, false)));
        assertThat(rest).first().extracting(SequencedEvent::sequence).isEqualTo(logged + 1);
        assertThat(rest).allMatch(SequencedEvent::isTakenOver);
        assertThat(Stage.logged(stage.node.follow(run.run().id(), Stage.after(rest.getFirst()))))
                .isEqualTo(rest.subList(1, rest.size()));
    }

    /** Its id tells clients from where on they have seen what is lost, so it must not be of what they are not told. */
    @Test
    void theFirstEventOfATakeoverIsShownAlsoWhereTheRunWasToStop() {
        stage.assistant.set((turn, reply) -> Stage.waitForever());
        RunHandle run = started();
        long logged = Stage.atLeast(2, stage.node.follow(run.run().id(), Position.BEGIN))
                .size();
        stage.node.cancelRun.cancel(
                stage.ada, stage.conversation.id(), run.run().id());

        stage.node.beatSteadily();

        List<SequencedEvent> rest = Stage.logged(stage.node.follow(run.run().id(), new Position(logged + 3, false)));
        assertThat(rest.getFirst().event()).isEqualTo(RunOutcome.CUT_OFF);
        assertThat(rest.getLast().event())
                .isInstanceOfSatisfying(
                        RunEvent.ItemDone.class,
                        done -> assertThat(done.item().isVisible()).isFalse());
    }

    @Test
    void aFollowerIsToldWhenARunIsTakenOver() {
        RunHandle run = dyingAfter("Half of");
        NodeUnderTest another = stage.another();
        RunSubscription reader = another.follow(run.run().id(), new Position(1000, false));
        Stage.atLeast(0, reader);

        stage.node.beatSteadily();
        another.streams.poll();

        assertThat(Stage.read(reader)).last().isEqualTo(RunOutcome.CUT_OFF);
    }

    @Test
    void aNodeThatWasOnlySlowWritesNothingMore() {
        CountDownLatch mayGoOn = new CountDownLatch(1);
        stage.assistant.set((turn, reply) -> {
            reply.text("Half of");
            Stage.waitFor(mayGoOn);
            reply.text(" the answer");
        });
        RunHandle run = started();
        Stage.atLeast(6, run.events());
        dying.writer.flush();
        stage.node.beatSteadily();
        List<Item> before = stage.items();

        mayGoOn.countDown();
        List<RunEvent> rest = Stage.read(run.events());

        assertThat(stage.items()).isEqualTo(before);
        assertThat(rest).last().isEqualTo(RunOutcome.CUT_OFF);
        assertThat(stage.statusOf(run.run().id())).isEqualTo(RunStatus.INTERRUPTED);
    }

    @Test
    void theWriterOfASlowNodeStopsItsRun() {
        CountDownLatch mayGoOn = new CountDownLatch(1);
        stage.assistant.set((turn, reply) -> {
            reply.text("Half of");
            Stage.waitFor(mayGoOn);
            reply.text(" the answer");
            Stage.waitForever();
        });
        RunHandle run = started();
        Stage.atLeast(6, run.events());
        dying.writer.flush();
        stage.node.beatSteadily();

        mayGoOn.countDown();
        await().atMost(Stage.SOON).until(() -> {
            dying.writer.flush();
            return dying.engine.running().isEmpty();
        });

        assertThat(stage.said()).containsExactly("Hi", "Half of");
    }

    @Test
    void aToolThatWasCalledIsNotCalledAgain() {
        stage.box.set((arguments, context) -> {
            Stage.waitForever();
            return ToolResult.of("never");
        });
        stage.assistant.set((turn, reply) -> reply.callTool(new RequestedCall("call_1", "box", "{}")));
        RunHandle run = started();
        await().atMost(Stage.SOON).until(() -> stage.items().getLast() instanceof ToolCall);

        stage.node.beatSteadily();

        assertThat(stage.items())
                .last()
                .isInstanceOfSatisfying(
                        ToolCall.class, call -> assertThat(call.outcome()).isNull());
        assertThat(stage.statusOf(run.run().id())).isEqualTo(RunStatus.INTERRUPTED);
    }

    @Test
    void aRunThatWasToStopIsCancelled() {
        RunHandle run = dyingAfter("Half of");
        stage.node.cancelRun.cancel(
                stage.ada, stage.conversation.id(), run.run().id());

        stage.node.beatSteadily();

        assertThat(stage.statusOf(run.run().id())).isEqualTo(RunStatus.CANCELLED);
        assertThat(stage.items()).last().isInstanceOf(Note.class);
    }

    @Test
    void leasesOfLivingRunsAreRenewed() {
        CountDownLatch mayEnd = new CountDownLatch(1);
        stage.assistant.set((turn, reply) -> Stage.waitFor(mayEnd));
        RunHandle living = stage.say("Hi");

        stage.another().beatSteadily();

        assertThat(stage.statusOf(living.run().id())).isEqualTo(RunStatus.RUNNING);
        mayEnd.countDown();
        stage.awaitEnd(living);
    }

    @Test
    void aNodeThatCouldNotBeatGivesTheOthersTimeToRenew() {
        RunHandle run = dyingAfter("Half of");
        stage.node.leases.renew();
        stage.clock.advance(Duration.ofMinutes(2));
        stage.unitOfWork.takeAway();
        assertThatThrownBy(stage.node.leases::renew).isInstanceOf(SystemFailure.class);
        stage.unitOfWork.bringBack();

        stage.node.leases.renew();

        assertThat(stage.statusOf(run.run().id())).isEqualTo(RunStatus.RUNNING);
    }

    @Test
    void aRestartEndsWhatItsPredecessorLeftAtOnce() {
        stage.assistant.set((turn, reply) -> Stage.waitForever());
        RunHandle left = stage.say("Hi");
        NodeUnderTest restarted = new NodeUnderTest(stage, "first", Duration.ofMinutes(1));

        restarted.leases.takeOverLeftOver();

        assertThat(stage.statusOf(left.run().id())).isEqualTo(RunStatus.INTERRUPTED);
    }

    @Test
    void aRestartLeavesTheRunsOfOtherNodesAlone() {
        CountDownLatch mayEnd = new CountDownLatch(1);
        stage.assistant.set((turn, reply) -> Stage.waitFor(mayEnd));
        RunHandle living = stage.say("Hi");

        stage.another().leases.takeOverLeftOver();

        assertThat(stage.statusOf(living.run().id())).isEqualTo(RunStatus.RUNNING);
        mayEnd.countDown();
        stage.awaitEnd(living);
    }

    private RunHandle dyingAfter(String words) {
        stage.assistant.set((turn, reply) -> {
            reply.text(words);
            Stage.waitForever();
        });
        RunHandle run = started();
        Stage.atLeast(6, run.events());
        dying.writer.flush();
        return run;
    }

    private RunHandle started() {
        return PlainMessages.send(dying.startRun, stage.ada, stage.conversation.id(), saying("Hi"), null);
    }
}
