package dev.parley.web.openapi;

import static java.util.Map.entry;

import dev.parley.application.shared.SystemError;
import dev.parley.domain.account.AccountError;
import dev.parley.domain.attachment.AttachmentError;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.idempotency.IdempotencyError;
import dev.parley.domain.item.ItemError;
import dev.parley.domain.run.RunError;
import dev.parley.domain.shared.ErrorCode;
import dev.parley.domain.shared.FieldError;
import dev.parley.domain.signin.SignInError;
import dev.parley.domain.task.TaskError;
import dev.parley.web.request.RequestError;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The errors of all features, in the order in which they are described, with arguments for the examples. */
final class ErrorCatalogue {

    private static final List<ErrorCode> ALL = Stream.<ErrorCode[]>of(
                    FieldError.values(),
                    ConversationError.values(),
                    RunError.values(),
                    TaskError.values(),
                    AttachmentError.values(),
                    ItemError.values(),
                    AccountError.values(),
                    SignInError.values(),
                    IdempotencyError.values(),
                    SystemError.values(),
                    RequestError.values())
            .flatMap(Arrays::stream)
            .toList();

    private static final Map<ErrorCode, List<String>> ARGUMENTS = Map.ofEntries(
            entry(
                    FieldError.INVALID_REQUEST,
                    List.of("message.content[0].type", "must be \"input_text\" or \"input_tag\"")),
            entry(ConversationError.MESSAGE_TOO_LONG, List.of("500", "612")),
            entry(ConversationError.ANSWER_TOO_LONG, List.of("500", "Which city?", "612")),
            entry(ConversationError.SESSION_LIMIT, List.of("10")),
            entry(ConversationError.MESSAGE_LIMIT, List.of("100")),
            entry(RunError.RUN_IN_PROGRESS, List.of("0199a3b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b")),
            entry(RunError.RUN_QUEUE_FULL, List.of("10")),
            entry(TaskError.TASK_LIMIT, List.of("1000")),
            entry(AttachmentError.ATTACHMENT_TOO_LARGE, List.of("20971520")),
            entry(AttachmentError.ATTACHMENT_SIZE_MISMATCH, List.of("1024")),
            entry(AttachmentError.ATTACHMENT_TYPE_MISMATCH, List.of("image/png", "application/pdf")),
            entry(AttachmentError.TOO_MANY_ATTACHMENTS, List.of("10")),
            entry(AttachmentError.ATTACHMENT_QUOTA, List.of("1073741824")),
            entry(AccountError.PASSWORD_TOO_SHORT, List.of("8")),
            entry(AccountError.STORAGE_QUOTA, List.of("67108864")),
            entry(SignInError.ACCOUNT_NOT_FOUND, List.of("ada@example.org")),
            entry(RequestError.NOT_ACCEPTABLE, List.of("application/json")),
            entry(RequestError.REQUEST_TOO_LARGE, List.of("1 MiB")),
            entry(RequestError.HISTORY_LIMIT, List.of("4")),
            entry(RequestError.STREAM_LIMIT, List.of("20")),
            entry(RequestError.RATE_LIMITED, List.of("30", "17")));

    private ErrorCatalogue() {}

    /** What an endpoint names. */
    static Stream<ErrorCode> of(Errors errors) {
        return Stream.<ErrorCode[]>of(
                        errors.field(),
                        errors.conversation(),
                        errors.run(),
                        errors.task(),
                        errors.attachment(),
                        errors.item(),
                        errors.account(),
                        errors.signIn(),
                        errors.system(),
                        errors.request())
                .flatMap(Arrays::stream);
    }

    static List<ErrorCode> inOrder(Set<ErrorCode> errors) {
        return ALL.stream().filter(errors::contains).toList();
    }

    /** What a client may read. */
    static String example(ErrorCode error) {
        return error.text(ARGUMENTS.getOrDefault(error, List.of()).toArray()).toString();
    }
}
