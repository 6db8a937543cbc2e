package dev.parley.web.openapi;

import org.springframework.http.HttpStatus;

/** The codes that clients may meet, with the status and an example of the message. */
public enum ApiError {
    INVALID_REQUEST(HttpStatus.BAD_REQUEST, "message.content[0].type must be \"input_text\" or \"input_tag\""),
    VALIDATION_ERROR(HttpStatus.BAD_REQUEST, "password must have at least 8 characters"),
    NOT_A_USER_MESSAGE(HttpStatus.BAD_REQUEST, "This item is no message of yours; only such can be answered again."),
    NOT_A_WIDGET(HttpStatus.BAD_REQUEST, "This item is no widget; only on widgets can you act."),
    UNKNOWN_ACTION(HttpStatus.BAD_REQUEST, "Nothing here handles actions of this type."),
    EMPTY_MESSAGE(HttpStatus.BAD_REQUEST, "The message is empty. Write something."),
    MESSAGE_TOO_LONG(HttpStatus.BAD_REQUEST, "A message may have at most 500 characters; this one has 612."),
    ATTACHMENT_TOO_LARGE(HttpStatus.BAD_REQUEST, "An attachment may have at most 20971520 bytes."),
    ATTACHMENT_SIZE_MISMATCH(HttpStatus.BAD_REQUEST, "The upload must have exactly the declared 1024 bytes."),
    ATTACHMENT_TYPE_MISMATCH(HttpStatus.BAD_REQUEST, "The upload is not of the declared type image/png."),
    TOO_MANY_ATTACHMENTS(HttpStatus.BAD_REQUEST, "A message may have at most 10 attachments."),
    UNAUTHORIZED(
            HttpStatus.UNAUTHORIZED, "A bearer token is needed: send the header Authorization: Bearer with a token."),
    INVALID_CREDENTIALS(HttpStatus.UNAUTHORIZED, "Email or password is wrong."),
    INVALID_RESET_CODE(
            HttpStatus.UNAUTHORIZED,
            "This code is wrong, used or too old. Ask who operates this server for a new one."),
    WRONG_PASSWORD(HttpStatus.FORBIDDEN, "Your old password is wrong."),
    FORBIDDEN(HttpStatus.FORBIDDEN, "This session belongs to another user."),
    INVALID_SIGNATURE(
            HttpStatus.FORBIDDEN, "This address is not signed by this server, or no longer valid. Get a new one."),
    SESSION_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no session with this id."),
    THREAD_NOT_FOUND(
            HttpStatus.NOT_FOUND, "This session has no thread with this id; a thread has the id of its session."),
    RUN_NOT_FOUND(HttpStatus.NOT_FOUND, "This thread has no run with this id."),
    RUN_LOG_EXPIRED(
            HttpStatus.GONE, "The events of this run are not kept any longer. Read the thread's messages instead."),
    ITEM_NOT_FOUND(HttpStatus.NOT_FOUND, "This thread has no item with this id."),
    TASK_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no task with this id."),
    ATTACHMENT_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no attachment with this id."),
    SIGN_IN_NOT_FOUND(HttpStatus.NOT_FOUND, "You have no sign-in with this id; it may have ended."),
    ACCOUNT_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no account with the email ada@example.org."),
    NO_PREVIEW(HttpStatus.NOT_FOUND, "There is no preview of this attachment."),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing at this address."),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "This address does not take PUT, but GET, POST."),
    NOT_ACCEPTABLE(
            HttpStatus.NOT_ACCEPTABLE,
            "This address answers with application/json, which the Accept header does not take."),
    THREAD_LOCKED(HttpStatus.CONFLICT, "This thread is locked for now."),
    THREAD_CLOSED(HttpStatus.CONFLICT, "This thread is closed. Please start a new one."),
    RUN_IN_PROGRESS(
            HttpStatus.CONFLICT,
            "The assistant is still answering in this thread (run 0199a3b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b). Wait for its end."),
    ATTACHMENT_ALREADY_UPLOADED(
            HttpStatus.CONFLICT, "This attachment is uploaded already. Create a new one for other content."),
    ATTACHMENT_NOT_UPLOADED(HttpStatus.CONFLICT, "This attachment is not uploaded yet."),
    ATTACHMENT_IN_USE(HttpStatus.CONFLICT, "A message has this attachment; it is deleted together with its thread."),
    UPLOAD_SUPERSEDED(HttpStatus.CONFLICT, "The attachment was deleted, or a newer upload of it has begun."),
    NO_PENDING_TOOL_CALL(
            HttpStatus.CONFLICT, "This thread waits for no result of a tool. Reload it to see how it stands."),
    NOT_PENDING(HttpStatus.CONFLICT, "These questions have been answered already. Reload the thread to see how."),
    NO_PASSWORD(HttpStatus.CONFLICT, "Your account has no password here; whoever issues your tokens keeps it."),
    DUPLICATE_EMAIL(HttpStatus.CONFLICT, "An account with this email already exists. Log in instead."),
    IDEMPOTENCY_KEY_IN_USE(
            HttpStatus.CONFLICT, "A request with this idempotency key is being worked on. Send it again in a moment."),
    IDEMPOTENCY_KEY_REUSED(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "This idempotency key was used for another request. Use a new key for a new request."),
    REQUEST_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "A request's body may have at most 1 MiB."),
    UNSUPPORTED_MEDIA_TYPE(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body must be JSON, sent with Content-Type: application/json."),
    SESSION_LIMIT(
            HttpStatus.TOO_MANY_REQUESTS,
            "Maximum 10 sessions allowed. Please delete a session to make room for a new one."),
    MESSAGE_LIMIT(
            HttpStatus.TOO_MANY_REQUESTS, "Maximum 100 messages allowed in a session. Please start a new session."),
    RUN_QUEUE_FULL(
            HttpStatus.TOO_MANY_REQUESTS, "Maximum 10 messages may wait in a thread. Please wait for the assistant."),
    TASK_LIMIT(
            HttpStatus.TOO_MANY_REQUESTS,
            "Maximum 1000 tasks allowed. Please delete a task to make room for a new one."),
    ATTACHMENT_QUOTA(
            HttpStatus.TOO_MANY_REQUESTS,
            "Your attachments may have at most 1073741824 bytes together. Delete attachments, or sessions that have some, to make room."),
    STORAGE_QUOTA(
            HttpStatus.TOO_MANY_REQUESTS,
            "Your sessions may have at most 67108864 bytes together. Delete sessions to make room."),
    HISTORY_LIMIT(
            HttpStatus.TOO_MANY_REQUESTS,
            "At most 4 histories can be read at a time. Please wait for the others to end."),
    STREAM_LIMIT(
            HttpStatus.TOO_MANY_REQUESTS,
            "At most 20 streams can be open at a time. Please close one, or wait for its end."),
    RATE_LIMITED(HttpStatus.TOO_MANY_REQUESTS, "Maximum 30 requests a minute allowed. Please wait 17 s."),
    INTERNAL_ERROR(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "Something went wrong on our side. Please report the request id if it happens again."),
    TRANSCRIPTION_NOT_CONFIGURED(
            HttpStatus.NOT_IMPLEMENTED, "This server cannot write down recordings. Please type instead."),
    UPSTREAM_ERROR(HttpStatus.BAD_GATEWAY, "The assistant could not answer. Your message is kept; please try again."),
    SERVICE_UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE, "The service cannot do this at the moment. Please try again soon.");

    private final HttpStatus status;
    private final String example;

    ApiError(HttpStatus status, String example) {
        this.status = status;
        this.example = example;
    }

    HttpStatus status() {
        return status;
    }

    String example() {
        return example;
    }
}
