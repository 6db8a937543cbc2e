package dev.parley.application.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.application.assistant.AnswerTooLong;
import dev.parley.application.event.RunEvent;
import dev.parley.application.event.RunOutcome;
import dev.parley.application.shared.SystemFailure;
import dev.parley.domain.item.Item;
import dev.parley.domain.run.RunStatus;
import dev.parley.domain.run.Usage;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RunEndTest {

    private final Stage stage = new Stage();

    @Test
    void anAssistantThatFailsAtOnceFailsTheRunBeforeAnyAnswer() throws InterruptedException {
        stage.assistant.set((turn, reply) -> {
            throw new IllegalArgumentException("secret of the provider");
        });

        RunHandle run = stage.say("Hi");

        assertThat(run.events().awaitAnswer(Stage.SOON))
                .map(SystemFailure::code)
                .contains("UPSTREAM_ERROR");
        assertThat(stage.stored(run.run().id()).errorCode()).isEqualTo("UPSTREAM_ERROR");
        assertThat(stage.errorReporter.failures())
                .extracting(SystemFailure::step)
                .containsExactly("assistant");
        assertThat(stage.awaitEnd(run).getLast().toString()).doesNotContain("secret");
        assertThat(stage.items()).extracting(Item::text).containsExactly("Hi");
    }

    @Test
    void whatAFailingAssistantHasSaidIsKept() {
        stage.assistant.set((turn, reply) -> {
            reply.text("Half of");
            throw new IllegalArgumentException("broken");
        });

        RunHandle run = stage.say("Hi");
        List<RunEvent> events = stage.awaitEnd(run);

        assertThat(stage.items()).extracting(Item::text).containsExactly("Hi", "Half of");
        assertThat(events.getLast()).isInstanceOf(RunEvent.Failed.class);
        assertThat(stage.stored(run.run().id()).status()).isEqualTo(RunStatus.FAILED);
    }

    @Test
    void anEndlessAnswerIsCutOff() {
        stage.assistant.set((turn, reply) -> {
            while (true) {
                reply.text("word ".repeat(1000));
            }
        });

        stage.awaitEnd(stage.say("Hi"));

        assertThat(stage.errorReporter.failures())
                .singleElement()
                .extracting(Throwable::getCause)
                .isInstanceOf(AnswerTooLong.class);
        assertThat(stage.items().getLast().text().length()).isBetween(200_000, 256 * 1024);
    }

    @Test
    void anAssistantThatSaysNothingLeavesNoMessage() {
        stage.assistant.set((turn, reply) -> reply.text(""));

        RunHandle run = stage.say("Hi");
        stage.awaitEnd(run);

        assertThat(stage.items()).hasSize(1);
        assertThat(stage.stored(run.run().id()).status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void aStoppingServerKeepsWhatWasSaidAndMarksTheRunInterrupted() throws InterruptedException {
        stage.assistant.set((turn, reply) -> {
            reply.text("Half of");
            Stage.waitForever();
        });
        RunHandle run = stage.say("Hi");
        assertThat(run.events().awaitAnswer(Stage.SOON)).isEmpty();

        stage.node.engine.drain(Duration.ZERO);

        assertThat(stage.items()).extracting(Item::text).containsExactly("Hi", "Half of");
        assertThat(stage.stored(run.run().id()).status()).isEqualTo(RunStatus.INTERRUPTED);
    }

    @Test
    void aRunThatIsCommittedWhileItsNodeStopsIsInterrupted() {
        stage.assistant.set((turn, reply) -> Stage.waitForever());
        stage.unitOfWork.beforeNext(this::stop);

        RunHandle run = stage.say("Hi");

        assertThat(stage.awaitEnd(run)).last().isEqualTo(RunOutcome.CUT_OFF);
        assertThat(stage.statusOf(run.run().id())).isEqualTo(RunStatus.INTERRUPTED);
    }

    @Test
    void aStoppingServerWaitsForWhatComesAfterARun() throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        stage.assistant.set((turn, reply) -> stage.unitOfWork.beforeNext(() -> blockAfterRun(reached, mayGoOn)));
        stage.say("Hi");
        Stage.waitFor(reached);

        Thread stopping = Thread.ofVirtual().start(this::stop);

        await().until(() -> stopping.getState() == Thread.State.TIMED_WAITING);
        mayGoOn.countDown();
        stopping.join();
    }

    private void blockAfterRun(CountDownLatch reached, CountDownLatch mayGoOn) {
        if (stage.node.engine.running().isEmpty()) {
            reached.countDown();
            Stage.waitFor(mayGoOn);
        } else {
            stage.unitOfWork.beforeNext(() -> blockAfterRun(reached, mayGoOn));
        }
    }

    @Test
    void whatAnAnswerCostIsKeptForItsUser() {
        stage.assistant.set((turn, reply) -> {
            reply.usage(new Usage("small", 10, 5, 1, 100, 1000));
            reply.usage(new Usage("small", 20, 7, 0, 50, 500));
        });

        stage.awaitEnd(stage.say("Hi"));

        LocalDate today = LocalDate.ofInstant(stage.clock.instant(), ZoneOffset.UTC);
        assertThat(stage.ports.unitOfWork().read(() -> stage.ports.usages().daily(stage.ada, today)))
                .singleElement()
                .satisfies(day -> {
                    assertThat(day.promptTokens()).isEqualTo(30);
                    assertThat(day.completionTokens()).isEqualTo(12);
                    assertThat(day.answers()).isEqualTo(1);
                });
    }

    @Test
    void aRunWhoseSessionIsDeletedEnds() {
        CountDownLatch mayEnd = new CountDownLatch(1);
        stage.assistant.set((turn, reply) -> {
            reply.text("for nobody");
            Stage.waitFor(mayEnd);
        });
        RunHandle run = stage.say("Hi");
        stage.unitOfWork.run(() -> stage.ports.conversations().delete(stage.conversation));

        mayEnd.countDown();

        assertThat(stage.awaitEnd(run)).last().isEqualTo(RunOutcome.DELETED);
        assertThat(stage.items()).isEmpty();
        assertThat(stage.errorReporter.failures()).isEmpty();
    }

    private void stop() {
        try {
            stage.node.engine.drain(Duration.ZERO);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while the node stopped", e);
        }
    }
}
