package dev.parley.web.run;

import static dev.parley.domain.shared.ErrorDefinition.invalid;

import dev.parley.domain.shared.ErrorCode;
import dev.parley.domain.shared.ErrorDefinition;

/** What can be wrong with the fields of a request for a run. */
enum RunRequestError implements ErrorCode {
    MUST_BE_AN_EVENT_ID(invalid("must be the id of an event, such as {0}:17")),
    NAMES_AN_EVENT_OF_ANOTHER_RUN(invalid("names an event of another run")),
    MUST_BE_AN_ACTIVE_RUN_POLICY(invalid("must be \"reject\", \"enqueue\" or \"interrupt\"")),
    MUST_BE_USER(invalid("must be \"user\""));

    private final ErrorDefinition definition;

    RunRequestError(ErrorDefinition definition) {
        this.definition = definition;
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }
}
