package dev.parley.web.monitoring;

import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.shared.FatalError;
import dev.parley.application.shared.RootCause;
import dev.parley.application.shared.Secrets;
import dev.parley.application.shared.SystemFailure;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs a failed step, with its root cause in the first line, and counts it as {@code parley.step.failures}; a fatal error
 * ends the process instead.
 */
public final class MeteredErrorReporter implements ErrorReporter {

    private static final Logger log = LoggerFactory.getLogger(MeteredErrorReporter.class);

    private final MeterRegistry meters;
    private final Secrets secrets;

    /**
     * Makes a journal.
     *
     * @param secrets that are not logged
     */
    public MeteredErrorReporter(MeterRegistry meters, Secrets secrets) {
        this.meters = meters;
        this.secrets = secrets;
    }

    @Override
    public void record(SystemFailure failure) {
        FatalError.haltOn(failure);
        meters.counter("parley.step.failures", "step", failure.step(), "code", failure.code())
                .increment();
        log.error(
                "Step {} failed with {}: {}",
                failure.step(),
                failure.code(),
                RootCause.of(failure, secrets),
                secrets.hideIn(failure));
    }
}
