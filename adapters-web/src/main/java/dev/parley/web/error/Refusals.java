package dev.parley.web.error;

import dev.parley.application.shared.FailureJournal;
import dev.parley.application.shared.StepFailed;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.Words;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;

/** Finds the refusal for whatever was thrown, and writes down, once, what was nobody's mistake but ours. */
@Component
final class Refusals {

    private final FailureJournal journal;

    Refusals(FailureJournal journal) {
        this.journal = journal;
    }

    Refusal of(Throwable thrown) {
        return switch (thrown) {
            case RequestRefused refused -> refused.refusal();
            case StepFailed failed -> recorded(failed);
            case Failure failure -> Refusal.of(failure);
            case AuthenticationServiceException e -> recorded(StepFailed.unavailable("token.verify", e));
            case RequestRejectedException e ->
                Refusal.of(
                        HttpStatus.BAD_REQUEST, "INVALID_REQUEST", Words.of("The address or a header is not allowed."));
            default -> other(thrown);
        };
    }

    private Refusal other(Throwable thrown) {
        return RequestFaults.isFault(thrown)
                ? RequestProblems.UNREADABLE
                : recorded(StepFailed.internal("request", thrown));
    }

    private Refusal recorded(StepFailed failed) {
        journal.record(failed);
        return Refusal.of(failed);
    }
}
