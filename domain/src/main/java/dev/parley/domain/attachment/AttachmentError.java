package dev.parley.domain.attachment;

import static dev.parley.domain.shared.ErrorDefinition.error;
import static dev.parley.domain.shared.ErrorDefinition.invalid;
import static dev.parley.domain.shared.FailureKind.CONFLICT;
import static dev.parley.domain.shared.FailureKind.INVALID;
import static dev.parley.domain.shared.FailureKind.LIMIT;
import static dev.parley.domain.shared.FailureKind.NOT_FOUND;

import dev.parley.domain.shared.ErrorCode;
import dev.parley.domain.shared.ErrorDefinition;

/** What can be wrong with attachments and their uploads. */
public enum AttachmentError implements ErrorCode {
    ATTACHMENT_TOO_LARGE(error(INVALID, "An attachment may have at most {0} bytes.")),
    ATTACHMENT_SIZE_MISMATCH(error(INVALID, "The upload must have exactly the declared {0} bytes.")),
    ATTACHMENT_TYPE_MISMATCH(error(INVALID, "The upload is not of the declared type {0}; what came is {1}.")),
    TOO_MANY_ATTACHMENTS(error(INVALID, "A message may have at most {0} attachments.")),
    ATTACHMENT_NOT_FOUND(error(NOT_FOUND, "There is no attachment with this id.")),
    NO_PREVIEW(error(NOT_FOUND, "There is no preview of this attachment.")),
    ATTACHMENT_ALREADY_UPLOADED(
            error(CONFLICT, "This attachment is uploaded already. Create a new one for other content.")),
    ATTACHMENT_NOT_UPLOADED(error(CONFLICT, "This attachment is not uploaded yet.")),
    ATTACHMENT_IN_USE(error(CONFLICT, "Another message has this attachment.")),
    UPLOAD_SUPERSEDED(error(CONFLICT, "The attachment was deleted, or a newer upload of it has begun.")),
    ATTACHMENT_QUOTA(
            error(
                    LIMIT,
                    "Your attachments may have at most {0} bytes together. Delete attachments, or sessions that have some, to make room.")),
    MUST_HAVE_A_BYTE(invalid("must be at least 1 byte")),
    NAMES_AN_ATTACHMENT_TWICE(invalid("must not name an attachment twice")),
    MUST_BE_A_FILE_NAME(invalid("must be a file's name without path separators")),
    MUST_BE_A_MEDIA_TYPE(invalid("must be a media type of at most 100 characters, such as image/png"));

    private final ErrorDefinition definition;

    AttachmentError(ErrorDefinition definition) {
        this.definition = definition;
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }
}
