package dev.parley.domain.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.conversation.ConversationId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunTest {

    private static final Instant BEGIN = Instant.parse("2026-01-02T03:04:05.678901Z");
    private static final Instant END = BEGIN.plusSeconds(3);

    private final Run run = Run.start(new RunId(UUID.randomUUID()), new ConversationId(UUID.randomUUID()), BEGIN);

    @Test
    void beginsRunning() {
        assertThat(run.status()).isEqualTo(RunStatus.RUNNING);
        assertThat(run.startedAt()).isEqualTo(BEGIN);
        assertThat(run.finishedAt()).isNull();
        assertThat(run.errorCode()).isNull();
    }

    @Test
    void completes() {
        assertThat(run.completed(null, END)).isEqualTo(ended(RunStatus.COMPLETED));
    }

    @Test
    void failsWithTheCodeOfItsFailure() {
        Run failed = run.failed("UPSTREAM_ERROR", END);

        assertThat(failed.status()).isEqualTo(RunStatus.FAILED);
        assertThat(failed.finishedAt()).isEqualTo(END);
        assertThat(failed.errorCode()).isEqualTo("UPSTREAM_ERROR");
    }

    @Test
    void isInterrupted() {
        assertThat(run.interrupted(END)).isEqualTo(ended(RunStatus.INTERRUPTED));
    }

    @Test
    void isCancelled() {
        assertThat(run.cancelled(END)).isEqualTo(ended(RunStatus.CANCELLED));
    }

    @Test
    void waitsBeforeItBegins() {
        Run waiting = Run.queue(run.id(), run.conversation(), BEGIN);

        assertThat(waiting.status()).isEqualTo(RunStatus.QUEUED);
        assertThat(waiting.startedAt()).isNull();
        assertThat(waiting.begun(END))
                .isEqualTo(new Run(run.id(), run.conversation(), RunStatus.RUNNING, BEGIN, END, null, null, null));
    }

    @Test
    void beginsOnce() {
        assertThatThrownBy(() -> run.begun(END)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void endsOnce() {
        Run completed = run.completed(null, END);

        assertThatThrownBy(() -> completed.completed(null, END)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> completed.failed("UPSTREAM_ERROR", END)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> completed.interrupted(END)).isInstanceOf(IllegalStateException.class);
    }

    private Run ended(RunStatus status) {
        return new Run(run.id(), run.conversation(), status, BEGIN, BEGIN, END, null, null);
    }
}
