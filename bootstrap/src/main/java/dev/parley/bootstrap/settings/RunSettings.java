package dev.parley.bootstrap.settings;

import static dev.parley.bootstrap.settings.Setting.RUNS_HEARTBEAT;
import static dev.parley.bootstrap.settings.Setting.RUNS_LEASE;

import dev.parley.application.run.OnActiveRun;
import dev.parley.bootstrap.failure.InvalidConfigurationException;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How runs live and end.
 *
 * @param lease how long a run stays its node's without a heartbeat
 * @param heartbeat how often a node renews its leases
 * @param logRetention how long after a run's end its events can be read
 * @param drainTimeout how long runs may take to end when the server is to stop
 * @param onActiveRun what becomes of a message while the assistant answers, where its user does not say
 */
public record RunSettings(
        @DefaultValue("15s") Duration lease,

        @DefaultValue("5s") @DurationMin(nanos = 1, message = "must be longer than nothing, such as 5s")
        Duration heartbeat,

        @DefaultValue("24h") @DurationMin(nanos = 1, message = "must be longer than nothing, such as 24h")
        Duration logRetention,

        @DefaultValue("30s") @DurationMin(message = "must not be negative, such as 30s")
        Duration drainTimeout,

        @DefaultValue("reject") OnActiveRun onActiveRun) {

    public RunSettings {
        if (lease.compareTo(heartbeat.multipliedBy(2)) < 0) {
            throw new InvalidConfigurationException(RUNS_LEASE + " must be at least twice as long as " + RUNS_HEARTBEAT
                    + ", so that a run outlives a heartbeat that is late.");
        }
    }
}
