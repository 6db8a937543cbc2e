package dev.parley.domain.shared;

import static dev.parley.domain.shared.ErrorDefinition.error;
import static dev.parley.domain.shared.ErrorDefinition.invalid;
import static dev.parley.domain.shared.FailureKind.INVALID;

/** What can be wrong with a field in any feature, as the end of a sentence that begins with the field's path. */
public enum FieldError implements ErrorCode {
    /** A field and what is wrong with it. */
    INVALID_REQUEST(error(INVALID, "{0} {1}")),
    IS_MISSING(invalid("is missing")),
    MUST_NOT_BE_BLANK(invalid("must not be blank")),
    MUST_NOT_CONTAIN_NUL(invalid("must not contain the NUL character")),
    MUST_NOT_CONTAIN_HALF_A_SURROGATE_PAIR(invalid("must not contain half of a surrogate pair")),
    MUST_NOT_CONTAIN_CONTROL_CHARACTERS(
            invalid("must not contain control characters or such that change the direction of text")),
    MUST_BE_FROM_1_TO(invalid("must be from 1 to {0}")),
    MUST_BE_AT_LEAST_1(invalid("must be at least 1")),
    MUST_HAVE_CHARACTERS_AND_NOT_BE_BLANK(invalid("must have from 1 to {0} characters and not be blank")),
    MUST_HAVE_AT_MOST_CHARACTERS(invalid("must have at most {0} characters")),
    HAS_TOO_MANY_CHARACTERS(invalid("must have at most {0} characters, not {1}")),
    HAS_TOO_MANY_ENTRIES(invalid("must have at most {0} entries, not {1}")),
    MUST_BE_ONE_OF(invalid("must be one of {0}"));

    private final ErrorDefinition definition;

    FieldError(ErrorDefinition definition) {
        this.definition = definition;
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }
}
