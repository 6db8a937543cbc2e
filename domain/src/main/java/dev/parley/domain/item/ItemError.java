package dev.parley.domain.item;

import static dev.parley.domain.shared.ErrorDefinition.error;
import static dev.parley.domain.shared.FailureKind.CONFLICT;

import dev.parley.domain.shared.ErrorCode;
import dev.parley.domain.shared.ErrorDefinition;

/** What can be wrong with the items that wait for their user. */
public enum ItemError implements ErrorCode {
    NO_PENDING_TOOL_CALL(error(CONFLICT, "This thread waits for no result of a tool. Reload it to see how it stands.")),
    NOT_PENDING(error(CONFLICT, "These questions have been answered already. Reload the thread to see how."));

    private final ErrorDefinition definition;

    ItemError(ErrorDefinition definition) {
        this.definition = definition;
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }
}
