package dev.parley.domain.attachment;

import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.ConversationId;
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
     * @throws AttachmentNotFound if it is another's
     */
    public Attachment ownedBy(AccountId account) {
        if (!owner.equals(account)) {
            throw new AttachmentNotFound();
        }
        return this;
    }

    /**
     * This attachment while an upload stores its content; a newer upload takes the place of an older one.
     *
     * @throws AttachmentAlreadyUploaded if it has its content
     */
    public Attachment uploadingTo(ContentId newContent) {
        if (state == AttachmentState.UPLOADED) {
            throw new AttachmentAlreadyUploaded();
        }
        return new Attachment(id, owner, name, type, size, state, newContent, conversation, createdAt);
    }

    /**
     * Checks that an upload is still the newest.
     *
     * @param stored what it stores
     * @throws UploadSuperseded if it is not, or the attachment has its content
     */
    public void checkUploadingTo(ContentId stored) {
        if (state == AttachmentState.UPLOADED || !stored.equals(content)) {
            throw new UploadSuperseded();
        }
    }

    /**
     * This attachment with its content.
     *
     * @param stored what has been stored
     * @throws UploadSuperseded if another upload has taken the place of the one that stored it
     */
    public Attachment uploaded(ContentId stored) {
        checkUploadingTo(stored);
        return new Attachment(id, owner, name, type, size, AttachmentState.UPLOADED, content, conversation, createdAt);
    }

    /**
     * Where its content is.
     *
     * @throws AttachmentNotUploaded if it has none yet
     */
    public ContentId uploadedContent() {
        if (state == AttachmentState.PENDING || content == null) {
            throw new AttachmentNotUploaded();
        }
        return content;
    }

    /**
     * This attachment in a message of a conversation.
     *
     * @throws AttachmentNotUploaded if it has no content yet
     * @throws AttachmentInUse if a message has it already
     */
    public Attachment usedIn(ConversationId user) {
        refuseInUse();
        return new Attachment(id, owner, name, type, size, state, uploadedContent(), user, createdAt);
    }

    /**
     * This attachment, if it may be deleted on its own.
     *
     * @throws AttachmentInUse if a message has it, with whose conversation it is deleted
     */
    public Attachment deletable() {
        refuseInUse();
        return this;
    }

    private void refuseInUse() {
        if (conversation != null) {
            throw new AttachmentInUse();
        }
    }
}
