package dev.parley.application.shared;

import dev.parley.domain.shared.Failure;
import org.jspecify.annotations.Nullable;

/**
 * A step of Parley's own work failed: making an id, a statement, the commit, the assistant. Unlike a refusal it is
 * logged, once, with its stack trace, and counted under the step's name.
 */
public final class SystemFailure extends Failure {

    private final String step;

    private SystemFailure(String step, SystemError error, @Nullable Throwable cause) {
        super(error, cause);
        this.step = step;
    }

    /** What the step depends on cannot serve now; a client may try again. */
    public static SystemFailure unavailable(String step, Throwable cause) {
        return new SystemFailure(step, SystemError.SERVICE_UNAVAILABLE, cause);
    }

    /** The assistant failed. */
    public static SystemFailure upstream(String step, @Nullable Throwable cause) {
        return new SystemFailure(step, SystemError.UPSTREAM_ERROR, cause);
    }

    /** A transcriber failed. */
    public static SystemFailure notTranscribed(String step, @Nullable Throwable cause) {
        return new SystemFailure(step, SystemError.RECORDING_NOT_TRANSCRIBED, cause);
    }

    /** A defect of Parley's own. */
    public static SystemFailure internal(String step, Throwable cause) {
        return new SystemFailure(step, SystemError.INTERNAL_ERROR, cause);
    }

    /** The step's stable name, such as {@code session.insert} or {@code commit}. */
    public String step() {
        return step;
    }
}
