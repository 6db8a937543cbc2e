package dev.parley.application.testing;

import dev.parley.domain.shared.ErrorCode;
import dev.parley.domain.shared.Failure;
import java.util.Set;
import org.assertj.core.api.Condition;

/** What tests expect of what was thrown. */
public final class Failures {

    private Failures() {}

    /** A failure with one of the errors. */
    public static Condition<Throwable> failure(ErrorCode... errors) {
        Set<ErrorCode> expected = Set.of(errors);
        return new Condition<>(
                thrown -> thrown instanceof Failure failure && expected.contains(failure.error()),
                "a failure with one of the errors %s",
                expected);
    }
}
