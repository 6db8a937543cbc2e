package dev.parley.domain.attachment;

import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.shared.Failure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that a user sends with a message: announced first, then uploaded, then used by a message.
 *
 * @param size the declared length in bytes, which the content has exactly
 * @param content what the newest upload stores; null before the first one begins
 * @param conversation the conversation whose message has it; null until one has
 */
public record Attachment(
        AttachmentId id,
        AccountId owner,
        AttachmentName name,
        MimeType type,
        long size,
        AttachmentState state,
        @Nullable ContentId content,
        @Nullable ConversationId conversation,
        Instant createdAt) {

    /** A new attachment, to be uploaded. */
    public static Attachment announce(
            AttachmentId id, AccountId owner, AttachmentName name, MimeType type, long size, Instant now) {
        return new Attachment(id, owner, name, type, size, AttachmentState.PENDING, null, null, now);
    }

    /** How it is shown. */
    public AttachmentKind kind() {
        return type.isRasterImage() ? AttachmentKind.IMAGE : AttachmentKind.FILE;
    }

    /**
     * This attachment, for its owner.
     *
     * @throws Failure ATTACHMENT_NOT_FOUND if it is another's
     */
    public Attachment ownedBy(AccountId account) {
        if (!owner.equals(account)) {
            throw new Failure(AttachmentError.ATTACHMENT_NOT_FOUND);
        }
        return this;
    }

    /**
     * This attachment while an upload stores its content; a newer upload takes the place of an older one.
     *
     * @throws Failure ATTACHMENT_ALREADY_UPLOADED if it has its content
     */
    public Attachment uploadingTo(ContentId newContent) {
        if (state == AttachmentState.UPLOADED) {
            throw new Failure(AttachmentError.ATTACHMENT_ALREADY_UPLOADED);
        }
        return new Attachment(id, owner, name, type, size, state, newContent, conversation, createdAt);
    }

    /**
     * Checks that an upload is still the newest.
     *
     * @param stored what it stores
     * @throws Failure UPLOAD_SUPERSEDED if it is not, or the attachment has its content
     */
    public void checkUploadingTo(ContentId stored) {
        if (state == AttachmentState.UPLOADED || !stored.equals(content)) {
            throw new Failure(AttachmentError.UPLOAD_SUPERSEDED);
        }
    }

    /**
     * This attachment with its content.
     *
     * @param stored what has been stored
     * @param found the type that it has
     * @throws Failure UPLOAD_SUPERSEDED if another upload has taken the place of the one that stored it
     */
    public Attachment uploaded(ContentId stored, MimeType found) {
        checkUploadingTo(stored);
        return new Attachment(id, owner, name, found, size, AttachmentState.UPLOADED, content, conversation, createdAt);
    }

    /**
     * Where its content is.
     *
     * @throws Failure ATTACHMENT_NOT_UPLOADED if it has none yet
     */
    public ContentId uploadedContent() {
        if (state == AttachmentState.PENDING || content == null) {
            throw new Failure(AttachmentError.ATTACHMENT_NOT_UPLOADED);
        }
        return content;
    }

    /**
     * This attachment in a message of a conversation.
     *
     * @throws Failure ATTACHMENT_NOT_UPLOADED if it has no content yet
     * @throws Failure ATTACHMENT_IN_USE if a message has it already
     */
    public Attachment usedIn(ConversationId user) {
        if (conversation != null) {
            throw new Failure(AttachmentError.ATTACHMENT_IN_USE);
        }
        return new Attachment(id, owner, name, type, size, state, uploadedContent(), user, createdAt);
    }
}
