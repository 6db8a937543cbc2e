package dev.parley.web.error;

import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.shared.SystemFailure;
import dev.parley.domain.shared.Failure;
import dev.parley.web.request.RequestError;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;

/** Finds the refusal for whatever was thrown, and writes down, once, what was nobody's mistake but ours. */
@Component
final class HttpErrors {

    private final ErrorReporter errorReporter;

    HttpErrors(ErrorReporter errorReporter) {
        this.errorReporter = errorReporter;
    }

    HttpError of(Throwable thrown) {
        return switch (thrown) {
            case HttpErrorException refused -> refused.refusal();
            case SystemFailure failed -> recorded(failed);
            case Failure failure -> HttpError.of(failure);
            case AuthenticationServiceException e -> recorded(SystemFailure.unavailable("token.verify", e));
            case RequestRejectedException e -> HttpError.of(RequestError.MUST_BE_ALLOWED);
            default -> other(thrown);
        };
    }

    private HttpError other(Throwable thrown) {
        return RequestFaults.isFault(thrown)
                ? RequestProblems.UNREADABLE
                : recorded(SystemFailure.internal("request", thrown));
    }

    private HttpError recorded(SystemFailure failed) {
        errorReporter.record(failed);
        return HttpError.of(failed);
    }
}
