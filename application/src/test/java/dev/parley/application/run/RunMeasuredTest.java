package dev.parley.application.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.application.run.Stage.Measured;
import dev.parley.domain.run.RunStatus;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RunMeasuredTest {

    private final Stage stage = new Stage();

    @Test
    void anAnswerIsMeasuredOnceItsEndIsCommittedAndWithItsFirstText() {
        stage.awaitEnd(stage.say("Hi"));

        assertThat(stage.measured).containsExactly(new Measured(RunStatus.COMPLETED, true));
    }

    @Test
    void anAnswerWithoutTextHasNoFirstText() {
        stage.assistant.set((turn, reply) -> reply.text(""));

        stage.awaitEnd(stage.say("Hi"));

        assertThat(stage.measured).containsExactly(new Measured(RunStatus.COMPLETED, false));
    }

    @Test
    void aFailureIsMeasuredAsOneAndWithWhatWasSaidBefore() {
        stage.assistant.set((turn, reply) -> {
            reply.text("Half of");
            throw new IllegalArgumentException("broken");
        });

        stage.awaitEnd(stage.say("Hi"));

        assertThat(stage.measured).containsExactly(new Measured(RunStatus.FAILED, true));
    }

    @Test
    void aRunThatIsStoppedIsCancelledAndActiveUntilThen() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        stage.assistant.set((turn, reply) -> {
            begun.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        RunHandle run = stage.say("Hi");
        begun.await();
        assertThat(stage.node.engine.active()).isOne();
        assertThat(stage.measured).isEmpty();

        stage.node.cancelRun.cancel(
                stage.ada, stage.conversation.id(), run.run().id());
        stage.awaitEnd(run);

        assertThat(stage.measured).containsExactly(new Measured(RunStatus.CANCELLED, false));
        await().untilAsserted(() -> assertThat(stage.node.engine.active()).isZero());
    }
}
