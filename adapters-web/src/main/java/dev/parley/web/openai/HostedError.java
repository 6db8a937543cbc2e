package dev.parley.web.openai;

import static dev.parley.domain.shared.ErrorDefinition.invalid;

import dev.parley.domain.shared.ErrorCode;
import dev.parley.domain.shared.ErrorDefinition;

/** What can be wrong with the fields of a request below {@code /v1}. */
enum HostedError implements ErrorCode {
    MUST_BE_CREATED_AT(invalid("must be \"created_at\"")),
    MUST_BE_A_THREAD_ID(invalid("must be the id of a thread")),
    MUST_HAVE_AT_MOST_VALUES(invalid("must be an object of at most {0} values")),
    MUST_HAVE_NAMES_OF_AT_MOST(invalid("must have names of at most {0} characters")),
    MUST_HAVE_SCALAR_VALUES(invalid("must have values that are strings, numbers or booleans"));

    private final ErrorDefinition definition;

    HostedError(ErrorDefinition definition) {
        this.definition = definition;
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }
}
