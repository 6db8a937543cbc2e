package dev.parley.application.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.application.event.RunEvent;
import dev.parley.application.event.RunStream;
import dev.parley.application.event.RunSubscription.Position;
import dev.parley.application.event.SequencedEvent;
import dev.parley.application.shared.SystemFailure;
import dev.parley.domain.run.RunStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RunOutageTest {

    private final Stage stage = new Stage();
    private final CountDownLatch mayGoOn = new CountDownLatch(1);

    @Test
    void readersAreToldOnWhileTheDatabaseIsAwayAndAllIsWrittenWhenItIsBack() {
        RunHandle run = speakingInTwoHalves();
        Stage.atLeast(6, run.events());
        stage.unitOfWork.takeAway();
        mayGoOn.countDown();

        List<SequencedEvent> meanwhile = Stage.atLeast(1, run.events());
        assertThat(stage.said()).containsExactly("Hi");
        stage.unitOfWork.bringBack();

        List<RunEvent> rest = stage.awaitEnd(run);
        assertThat(Stage.deltas(Stream.concat(meanwhile.stream().map(SequencedEvent::event), rest.stream())
                        .toList()))
                .containsExactly("second");
        assertThat(stage.said()).containsExactly("Hi", "firstsecond");
        assertThat(stage.statusOf(run.run().id())).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void anItemIsToldAsDoneOnlyOnceItIsCommitted() throws InterruptedException {
        RunHandle run = speakingInTwoHalves();
        Stage.atLeast(6, run.events());
        stage.unitOfWork.takeAway();
        mayGoOn.countDown();
        Stage.atLeast(1, run.events());

        assertThat(run.events().await(Duration.ofMillis(300)).events()).isEmpty();

        stage.unitOfWork.bringBack();
        assertThat(stage.awaitEnd(run)).last().isInstanceOf(RunEvent.ItemDone.class);
    }

    @Test
    void aCommitWhoseAnswerIsLostIsNotMadeTwice() {
        RunHandle run = speakingInTwoHalves();
        Stage.atLeast(6, run.events());
        stage.node.writer.flush();
        stage.unitOfWork.loseNextAnswer();
        mayGoOn.countDown();

        stage.awaitEnd(run);

        assertThat(stage.said()).containsExactly("Hi", "firstsecond");
        assertThat(Stage.deltas(Stage.read(stage.node.follow(run.run().id(), Position.BEGIN))))
                .containsExactly("first", "second");
    }

    @Test
    void aFlushWhoseAnswerIsLostIsNotMadeTwice() {
        RunHandle run = speakingInTwoHalves();
        Stage.atLeast(6, run.events());
        stage.unitOfWork.loseNextAnswer();
        assertThatThrownBy(stage.node.writer::flush).isInstanceOf(SystemFailure.class);
        stage.node.writer.flush();
        mayGoOn.countDown();

        List<RunEvent> shown = stage.awaitEnd(run);

        List<SequencedEvent> logged = Stage.logged(stage.node.follow(run.run().id(), Position.BEGIN));
        assertThat(logged.subList(6, logged.size()))
                .extracting(SequencedEvent::event)
                .isEqualTo(shown);
        assertThat(stage.statusOf(run.run().id())).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void anEndWhoseAnswerIsLostIsNotMadeTwice() {
        stage.assistant.set((turn, reply) -> stage.unitOfWork.loseNextAnswer());

        RunHandle run = stage.say("Hi");
        stage.awaitEnd(run);

        assertThat(stage.statusOf(run.run().id())).isEqualTo(RunStatus.COMPLETED);
        assertThat(stage.errorReporter.failures()).isEmpty();
    }

    @Test
    void aRunThatHasSaidTooMuchWithoutALogFailsLoudly() {
        stage.assistant.set((turn, reply) -> {
            for (int number = 0; number <= RunStream.MAXIMUM_UNLOGGED; number++) {
                reply.text("x");
            }
        });

        RunHandle run = stage.say("Hi");
        stage.awaitEnd(run);

        assertThat(stage.errorReporter.failures())
                .extracting(SystemFailure::step)
                .containsExactly("run.log");
        await().atMost(Stage.SOON).until(() -> stage.statusOf(run.run().id()) == RunStatus.FAILED);
    }

    private RunHandle speakingInTwoHalves() {
        stage.assistant.set((turn, reply) -> {
            reply.text("first");
            Stage.waitFor(mayGoOn);
            reply.text("second");
        });
        return stage.say("Hi");
    }
}
