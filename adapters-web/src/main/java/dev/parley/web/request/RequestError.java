package dev.parley.web.request;

import static dev.parley.domain.shared.ErrorDefinition.error;
import static dev.parley.domain.shared.ErrorDefinition.invalid;
import static dev.parley.domain.shared.FailureKind.FORBIDDEN;
import static dev.parley.domain.shared.FailureKind.LIMIT;
import static dev.parley.domain.shared.FailureKind.UNAUTHENTICATED;
import static dev.parley.domain.shared.FailureKind.UNAVAILABLE;

import dev.parley.domain.shared.ErrorCode;
import dev.parley.domain.shared.ErrorDefinition;
import dev.parley.domain.shared.FailureKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What can be wrong with a request as HTTP, before any use case has seen it. */
public enum RequestError implements ErrorCode {
    MUST_BE_READABLE(invalid("The address, its query or a header cannot be read.")),
    MUST_BE_ALLOWED(invalid("The address or a header is not allowed.")),
    ADDRESS_MUST_NOT_HAVE(invalid("The address must not have \"{0}\".")),
    ACCEPT_MUST_BE_MEDIA_TYPES(invalid("The Accept header is no list of media types.")),
    PARAMETER_UNREADABLE(invalid("{0} has a value that cannot be read")),
    PARAMETER_MISSING(invalid("{0} is missing")),
    BODY_ENDED_EARLY(invalid("body ended early, took too long, or is not as its headers say")),
    BODY_MUST_BE_JSON(invalid("body must be JSON")),
    JSON_NOT_ALLOWED(invalid(
            "body is not allowed: nested deeper than 100, too many values, or a name, number or text too long")),
    JSON_NUMBER_OUT_OF_RANGE(invalid("{0} has a number that is out of range")),
    JSON_TYPE_WRONG(invalid("{0} has the wrong type")),
    JSON_TYPE_MISMATCH(invalid("{0} must be {1}, not {2}")),
    JSON_INVALID(invalid("body is not valid JSON")),
    JSON_INVALID_AT(invalid("body is not valid JSON (line {0}, column {1})")),
    HEAD_TOO_LONG(invalid("The address and the headers are too long, or there are too many headers.")),
    REQUEST_LINE_MALFORMED(invalid("The method or the address has a character that is not allowed.")),
    HEADER_MALFORMED(invalid(
            "A header cannot be read: it has no colon, or a character in its name or value that is not allowed.")),
    HOST_MALFORMED(invalid("The Host header is missing, is sent twice, is no host, or is not that of the address.")),
    CONTENT_LENGTH_MALFORMED(invalid("The Content-Length header must be one number.")),
    TRANSFER_ENCODING_UNKNOWN(invalid("The Transfer-Encoding header must be \"chunked\", and needs HTTP/1.1.")),
    UNAUTHORIZED(
            error(UNAUTHENTICATED, "A bearer token is needed: send the header Authorization: Bearer with a token.")),
    BEARER_TOKEN_INVALID(error(
                    UNAUTHENTICATED,
                    "The bearer token is malformed, expired or revoked, or its issuer is not trusted here. Get a new one.")
            .withCode("UNAUTHORIZED")),
    INVALID_API_KEY(
            error(
                    UNAUTHENTICATED,
                    "A valid API key is needed: send the header Authorization: Bearer with a key that was made with \"keys add\" and is neither revoked nor expired.")),
    TOKEN_DOES_NOT_ALLOW(error(FORBIDDEN, "Your token does not allow this.").withCode("FORBIDDEN")),
    INVALID_SIGNATURE(
            error(FORBIDDEN, "This address is not signed by this server, or no longer valid. Get a new one.")),
    ORIGIN_NOT_ALLOWED(error(FORBIDDEN, "Pages of this origin may not send this request.")),
    NOT_FOUND(error(FailureKind.NOT_FOUND, "There is nothing at this address.")),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "This address does not take {0}, but {1}."),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "This address answers with {0}, which the Accept header does not take."),
    REQUEST_TIMEOUT(HttpStatus.REQUEST_TIMEOUT, "The request’s body took longer than {0} s to arrive."),
    REQUEST_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "A request’s body may have at most {0}."),
    PARAMS_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "REQUEST_TOO_LARGE", "The params may have at most 1 MiB."),
    UNSUPPORTED_MEDIA_TYPE(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body must be JSON, sent with Content-Type: application/json."),
    BODY_MUST_BE_A_FORM(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "UNSUPPORTED_MEDIA_TYPE",
            "The body must be a form with a file, sent with Content-Type: multipart/form-data."),
    FORM_FILE_ENCODED(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "UNSUPPORTED_MEDIA_TYPE",
            "A file in a form must be sent as it is, without Content-Transfer-Encoding."),
    EXPECTATION_FAILED(HttpStatus.EXPECTATION_FAILED, "The Expect header must be \"100-continue\"."),
    HISTORY_LIMIT(error(LIMIT, "At most {0} histories can be read at a time. Please wait for the others to end.")),
    STREAM_LIMIT(error(LIMIT, "At most {0} streams can be open at a time. Please close one, or wait for its end.")),
    RATE_LIMITED(error(LIMIT, "Maximum {0} requests a minute allowed. Please wait {1} s.")),
    UPLOAD_LIMIT(error(LIMIT, "You may upload {0} files at the same time. Wait until one is done.")
            .withCode("RATE_LIMITED")),
    DOWNLOAD_LIMIT(error(LIMIT, "At most {0} files of one user can be sent at a time. Please wait for the others.")
            .withCode("RATE_LIMITED")),
    TRANSCRIPTION_NOT_CONFIGURED(
            HttpStatus.NOT_IMPLEMENTED, "This server cannot write down recordings. Please type instead."),
    CONNECT_NOT_IMPLEMENTED(
            HttpStatus.NOT_IMPLEMENTED,
            "NOT_IMPLEMENTED",
            "This server is no proxy, so it does not take the method CONNECT."),
    TOO_MANY_REQUESTS_AT_ONCE(
            error(UNAVAILABLE, "The server is reading too many requests at the moment. Please try again soon.")
                    .withCode("SERVICE_UNAVAILABLE")),
    HTTP_VERSION_NOT_SUPPORTED(
            HttpStatus.HTTP_VERSION_NOT_SUPPORTED, "This server speaks HTTP/1.1 and no other version."),
    REFUSED(invalid("The request was refused: {0}.")),
    MUST_NOT_BE_SENT_TWICE(invalid("must not be sent twice")),
    MUST_BE_AN_IDEMPOTENCY_KEY(invalid("must be a string in quotes, or a key without quotes before it")),
    MUST_BE_EMPTY_OR_AN_OBJECT(invalid("must be empty or a JSON object")),
    MUST_BE_A_UUID(invalid("must be a UUID")),
    MUST_BE_AN_ITEM_ID(invalid("must be the id of an item, such as msg_ and 24 to 64 letters and digits")),
    MUST_BE_AN_ORDER(invalid("must be \"asc\" or \"desc\"")),
    MUST_HAVE_AT_MOST_64_KIB(invalid("must have at most 64 KiB"));

    private final @Nullable HttpStatus status;
    private final ErrorDefinition definition;

    RequestError(ErrorDefinition definition) {
        this(null, definition);
    }

    RequestError(HttpStatus status, String english) {
        this(status, error(FailureKind.INVALID, english));
    }

    RequestError(HttpStatus status, String code, String english) {
        this(status, error(FailureKind.INVALID, english).withCode(code));
    }

    RequestError(@Nullable HttpStatus status, ErrorDefinition definition) {
        this.status = status;
        this.definition = definition;
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }

    /** The status of an error that only HTTP knows; empty where the kind has one. */
    public Optional<HttpStatus> status() {
        return Optional.ofNullable(status);
    }
}
