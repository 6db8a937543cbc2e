package dev.parley.web.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.domain.run.RunStatus;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MicrometerRunMeterTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MicrometerRunMeter meter = new MicrometerRunMeter(meters);

    @Test
    void eachEndIsThereBeforeTheFirstRunAndNothingElse() {
        assertThat(meters.get("parley.runs").timers())
                .extracting(Meter::getId)
                .extracting(id -> id.getTag("status"))
                .containsExactlyInAnyOrder("completed", "failed", "cancelled", "interrupted");
        assertThat(meters.get("parley.runs").timers()).allMatch(timer -> timer.count() == 0);
        assertThat(meters.get("parley.runs.first.token").timer().count()).isZero();
    }

    @Test
    void aRunIsTimedByItsEndAndItsFirstText() {
        meter.ended(RunStatus.COMPLETED, Duration.ofSeconds(3), Duration.ofSeconds(1));

        assertThat(ended("completed").totalTime(TimeUnit.SECONDS)).isEqualTo(3);
        assertThat(meters.get("parley.runs.first.token").timer().totalTime(TimeUnit.SECONDS))
                .isEqualTo(1);
        assertThat(ended("failed").count()).isZero();
    }

    @Test
    void aRunWithoutTextHasNoTimeToIt() {
        meter.ended(RunStatus.FAILED, Duration.ofSeconds(3), null);

        assertThat(ended("failed").count()).isOne();
        assertThat(meters.get("parley.runs.first.token").timer().count()).isZero();
    }

    @Test
    void aRunThatSeemsToEndBeforeItsBeginningIsCountedAllTheSame() {
        meter.ended(RunStatus.INTERRUPTED, Duration.ofSeconds(-1), null);

        assertThat(ended("interrupted").count()).isOne();
    }

    @Test
    void whatHasNotEndedIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> meter.ended(RunStatus.RUNNING, Duration.ZERO, null));
    }

    private Timer ended(String status) {
        return meters.get("parley.runs").tag("status", status).timer();
    }
}
