package dev.parley.web.error;

import dev.parley.domain.account.AccountError;
import dev.parley.domain.attachment.AttachmentError;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.shared.ErrorCode;
import dev.parley.web.request.RequestError;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which setting an operator changes where a limit is too low, by the error that it causes. Clients are not told. */
final class LimitSettings {

    static final Map<ErrorCode, String> BY_ERROR = Map.of(
            ConversationError.SESSION_LIMIT, "parley.limits.sessions-per-user",
            ConversationError.MESSAGE_LIMIT, "parley.limits.messages-per-session",
            ConversationError.MESSAGE_TOO_LONG, "parley.limits.message-characters",
            ConversationError.ANSWER_TOO_LONG, "parley.limits.message-characters",
            RequestError.STREAM_LIMIT, "parley.limits.streams-per-user",
            RequestError.UPLOAD_LIMIT, "parley.attachments.per-message",
            AttachmentError.TOO_MANY_ATTACHMENTS, "parley.attachments.per-message",
            AttachmentError.ATTACHMENT_TOO_LARGE, "parley.attachments.file-bytes",
            AttachmentError.ATTACHMENT_QUOTA, "parley.attachments.user-bytes",
            AccountError.STORAGE_QUOTA, "parley.storage.user-bytes");

    private LimitSettings() {}

    /** Null where no setting is the cause. */
    static @Nullable String of(ErrorCode error) {
        return BY_ERROR.get(error);
    }
}
