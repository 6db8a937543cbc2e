package dev.parley.bootstrap.lifecycle;

import dev.parley.application.event.RunStreams;
import dev.parley.application.run.CancelRun;
import dev.parley.application.run.RunEngine;
import dev.parley.application.run.RunLeases;
import dev.parley.application.run.RunLogFlusher;
import dev.parley.application.run.RunQueue;
import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.shared.LogFirstFailure;
import dev.parley.bootstrap.database.DatabaseRoutes;
import dev.parley.bootstrap.settings.OnEmbeddedDatabase;
import dev.parley.bootstrap.settings.Settings;
import dev.parley.persistence.shared.PostgresNotifications;
import dev.parley.web.monitoring.RunGauges;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What happens to runs by the clock, and when the server starts and stops. */
@Configuration(proxyBeanMethods = false)
class RunScheduling {

    private static final Duration COUNTING = Duration.ofSeconds(10);

    private final ErrorReporter errorReporter;
    private final Settings settings;

    RunScheduling(ErrorReporter errorReporter, Settings settings) {
        this.errorReporter = errorReporter;
        this.settings = settings;
    }

    @Bean
    PeriodicWork runHeartbeat(RunLeases leases) {
        return new PeriodicWork("run.lease", settings.runs().heartbeat(), leases::renew, errorReporter);
    }

    @Bean
    PeriodicWork runLogWriting(RunLogFlusher writer) {
        return new PeriodicWork("run.log", RunLogFlusher.PAUSE, writer::flush, errorReporter);
    }

    @Bean
    RunGauges runGauges(RunEngine engine, RunQueue queue) {
        return new RunGauges(engine, queue);
    }

    @Bean
    PeriodicWork runCounting(RunGauges gauges) {
        return new PeriodicWork("run.count", COUNTING, gauges::count, errorReporter);
    }

    /** What nodes tell one another: that a log has grown, and that a run is to stop. */
    @Bean(initMethod = "start")
    PostgresNotifications notifications(
            DatabaseRoutes routes, DataSource pool, RunStreams streams, CancelRun cancelRun) {
        return new PostgresNotifications(
                routes.direct().dataSource(),
                pool,
                Map.of(
                        "parley_log", new LogFirstFailure("run.log.read", streams::poll, errorReporter),
                        "parley_cancel", new LogFirstFailure("run.cancel", cancelRun::stopRequested, errorReporter)));
    }

    @Bean
    GracefulRunShutdown runStop(RunEngine engine) {
        return new GracefulRunShutdown(engine, settings.runs().drainTimeout());
    }

    @Bean
    OrphanedRunRecovery leftOverRuns(RunLeases leases, Environment environment) {
        return new OrphanedRunRecovery(leases, OnEmbeddedDatabase.holds(environment));
    }
}
