package dev.parley.web.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.Secrets;
import dev.parley.application.shared.SystemFailure;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
@Isolated("reads the log of this JVM")
class MeteredErrorReporterTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicLong nanos = new AtomicLong();
    private final MeteredErrorReporter errorReporter =
            new MeteredErrorReporter(meters, new Secrets(List.of("correct horse")), nanos::get);

    @Test
    void aFailureIsCountedUnderItsStep() {
        errorReporter.record(failure());

        assertThat(meters.get("parley.step.failures")
                        .tags("step", "session.insert", "code", "SERVICE_UNAVAILABLE")
                        .counter()
                        .count())
                .isOne();
    }

    @Test
    void stepsAreThereBeforeTheFirstFailure() {
        assertThat(meters.get("parley.step.failures")
                        .tags("step", "session.insert", "code", "SERVICE_UNAVAILABLE")
                        .counter()
                        .count())
                .isZero();
        assertThat(meters.get("parley.step.failures")
                        .tags("step", "assistant", "code", "UPSTREAM_ERROR")
                        .counter()
                        .count())
                .isZero();
    }

    @Test
    void aFailureIsLoggedOnceWithItsCause(CapturedOutput output) {
        errorReporter.record(failure());

        assertThat(output.getAll())
                .containsOnlyOnce(
                        "Step session.insert failed with SERVICE_UNAVAILABLE: IllegalStateException: disk full")
                .contains("Caused by: java.lang.IllegalStateException: disk full");
    }

    @Test
    void aFailureThatComesAgainHasALineEachTimeAndATraceEveryTenSeconds(CapturedOutput output) {
        for (int i = 0; i < 5; i++) {
            errorReporter.record(failure());
        }
        assertThat(output.getAll().split("disk full", -1))
                .as("lines, and one trace")
                .hasSize(1 + 5 + 1);

        nanos.addAndGet(Duration.ofSeconds(11).toNanos());
        errorReporter.record(failure());
        assertThat(output.getAll().split("Caused by: java.lang.IllegalStateException: disk full", -1))
                .hasSize(1 + 2);
    }

    @Test
    void secretsAreReplacedInTheLineAndInTheTrace(CapturedOutput output) {
        errorReporter.record(SystemFailure.unavailable(
                "connection", new SQLException("no pg_hba.conf entry for correct horse", "28000")));

        assertThat(output.getAll())
                .contains(
                        "SQLException (SQL state 28000): no pg_hba.conf entry for [secret]",
                        "Caused by: java.sql.SQLException: no pg_hba.conf entry for [secret]")
                .doesNotContain("correct horse");
    }

    private static SystemFailure failure() {
        return SystemFailure.unavailable("session.insert", new IllegalStateException("disk full"));
    }
}
