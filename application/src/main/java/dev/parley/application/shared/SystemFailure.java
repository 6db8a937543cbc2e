package dev.parley.application.shared;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A step of Parley's own work failed: making an id, a statement, the commit, the assistant. Unlike a refusal it is
 * logged, once, with its stack trace, and counted under the step's name.
 */
public final class SystemFailure extends Failure {

    private final String step;

    private SystemFailure(String step, FailureKind kind, String code, LocalizedText words, @Nullable Throwable cause) {
        super(kind, code, words, cause);
        this.step = step;
    }

    /** What the step depends on cannot serve now; a client may try again. */
    public static SystemFailure unavailable(String step, Throwable cause) {
        return new SystemFailure(
                step,
                FailureKind.UNAVAILABLE,
                "SERVICE_UNAVAILABLE",
                LocalizedText.of("The service cannot do this at the moment. Please try again soon."),
                cause);
    }

    /** The assistant failed. */
    public static SystemFailure upstream(String step, @Nullable Throwable cause) {
        return upstream(
                step,
                LocalizedText.of("The assistant could not answer. Your message is kept; please try again."),
                cause);
    }

    /** What is asked beside the assistant failed, with words of its own. */
    public static SystemFailure upstream(String step, LocalizedText words, @Nullable Throwable cause) {
        return new SystemFailure(step, FailureKind.UPSTREAM, "UPSTREAM_ERROR", words, cause);
    }

    /** A defect of Parley's own. */
    public static SystemFailure internal(String step, Throwable cause) {
        return new SystemFailure(
                step,
                FailureKind.INTERNAL,
                "INTERNAL_ERROR",
                LocalizedText.of("Something went wrong on our side. Please report the request id if it happens again."),
                cause);
    }

    /** The step's stable name, such as {@code session.insert} or {@code commit}. */
    public String step() {
        return step;
    }
}
