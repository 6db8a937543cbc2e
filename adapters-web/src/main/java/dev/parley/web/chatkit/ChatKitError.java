package dev.parley.web.chatkit;

import static dev.parley.domain.shared.ErrorDefinition.error;
import static dev.parley.domain.shared.ErrorDefinition.invalid;
import static dev.parley.domain.shared.FailureKind.INTERNAL;
import static dev.parley.domain.shared.FailureKind.UNAVAILABLE;

import dev.parley.domain.shared.ErrorCode;
import dev.parley.domain.shared.ErrorDefinition;

/** What can be wrong with an operation of the ChatKit protocol, and with the stream that answers it. */
enum ChatKitError implements ErrorCode {
    STREAM_BROKEN(error(
            INTERNAL, "Something went wrong on our side. Reload the conversation to see the rest of the answer.")),
    STREAM_LOST(error(
            UNAVAILABLE, "The connection to the answer was lost. Reload the conversation to see the rest of it.")),
    NAMES_NO_OPERATION(invalid("names no operation of the ChatKit protocol")),
    NAMES_NO_ATTACHMENT(invalid("names no attachment of yours")),
    MUST_BE_A_CONTENT_TYPE(invalid("must be \"input_text\" or \"input_tag\"")),
    MUST_BE_A_STATUS_OF_ANSWERS(invalid("must be \"answered\" or \"skipped\"")),
    MUST_BE_A_RATING(invalid("must be \"positive\" or \"negative\"")),
    MUST_BE_AN_OBJECT(invalid("must be an object")),
    MUST_HAVE_FROM_1_TO_CHARACTERS(invalid("must have 1 to {0} characters")),
    MUST_HAVE_AT_MOST_ENTRIES(invalid("must have at most {0} entries")),
    MUST_HAVE_AT_MOST_BYTES(invalid("must have at most {0} bytes")),
    TAGS_MUST_HAVE_AT_MOST_64_KIB(invalid("must have at most 64 KiB of data in all tags together")),
    MUST_BE_A_RECORDING(invalid("must be audio/webm, audio/ogg or audio/mp4, with or without codecs")),
    MUST_BE_BASE64(invalid("must be base64")),
    MUST_NOT_BE_EMPTY(invalid("must not be empty"));

    private final ErrorDefinition definition;

    ChatKitError(ErrorDefinition definition) {
        this.definition = definition;
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }
}
