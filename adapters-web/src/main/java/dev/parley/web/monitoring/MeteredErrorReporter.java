package dev.parley.web.monitoring;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.shared.FatalError;
import dev.parley.application.shared.RootCause;
import dev.parley.application.shared.Secrets;
import dev.parley.application.shared.SystemFailure;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs a failed step, with its root cause in the first line, and counts it as {@code parley.step.failures}; a fatal error
 * ends the process instead. While one cause makes the same step fail again and again, as while the database is away, its
 * stack trace is logged every ten seconds.
 */
public final class MeteredErrorReporter implements ErrorReporter {

    private static final Logger log = LoggerFactory.getLogger(MeteredErrorReporter.class);

    private static final Duration BETWEEN_TRACES = Duration.ofSeconds(10);
    private static final int MAXIMUM_CAUSES = 1000;

    private final MeterRegistry meters;
    private final Secrets secrets;
    private final ConcurrentMap<String, Boolean> traced;

    /**
     * Makes a reporter.
     *
     * @param secrets that are not logged
     */
    public MeteredErrorReporter(MeterRegistry meters, Secrets secrets) {
        this(meters, secrets, Ticker.systemTicker());
    }

    MeteredErrorReporter(MeterRegistry meters, Secrets secrets, Ticker ticker) {
        this.meters = meters;
        this.secrets = secrets;
        KnownSteps.forEach(this::counter);
        this.traced = Caffeine.newBuilder()
                .expireAfterWrite(BETWEEN_TRACES)
                .maximumSize(MAXIMUM_CAUSES)
                .ticker(ticker)
                .<String, Boolean>build()
                .asMap();
    }

    @Override
    public void record(SystemFailure failure) {
        FatalError.haltOn(failure);
        counter(failure.step(), failure.code()).increment();
        String cause = RootCause.of(failure, secrets);
        if (traced.putIfAbsent(failure.step() + " " + cause, true) == null) {
            log.error("Step {} failed with {}: {}", failure.step(), failure.code(), cause, secrets.hideIn(failure));
        } else {
            log.error("Step {} failed with {}, as before: {}", failure.step(), failure.code(), cause);
        }
    }

    private Counter counter(String step, String code) {
        return meters.counter("parley.step.failures", "step", step, "code", code);
    }
}
