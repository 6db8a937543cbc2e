package dev.parley.application.shared;

import static dev.parley.domain.shared.ErrorDefinition.error;
import static dev.parley.domain.shared.FailureKind.INTERNAL;
import static dev.parley.domain.shared.FailureKind.UNAVAILABLE;
import static dev.parley.domain.shared.FailureKind.UPSTREAM;

import dev.parley.domain.shared.ErrorCode;
import dev.parley.domain.shared.ErrorDefinition;

/** What Parley itself, or what it depends on, cannot do. */
public enum SystemError implements ErrorCode {
    INTERNAL_ERROR(
            error(INTERNAL, "Something went wrong on our side. Please report the request id if it happens again.")),
    UPSTREAM_ERROR(error(UPSTREAM, "The assistant could not answer. Your message is kept; please try again.")),
    RECORDING_NOT_TRANSCRIBED(
            error(UPSTREAM, "The recording could not be written down. Please try again, or type instead.")
                    .withCode("UPSTREAM_ERROR")),
    SERVICE_UNAVAILABLE(error(UNAVAILABLE, "The service cannot do this at the moment. Please try again soon.")),
    NODE_STOPPING(error(UNAVAILABLE, "This server is about to stop. Please try again; another one will answer.")
            .withCode("SERVICE_UNAVAILABLE"));

    private final ErrorDefinition definition;

    SystemError(ErrorDefinition definition) {
        this.definition = definition;
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }
}
