package dev.parley.application.attachment;

import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.attachment.Attachment;
import dev.parley.domain.attachment.AttachmentId;
import dev.parley.domain.attachment.AttachmentName;
import dev.parley.domain.attachment.MimeType;
import java.io.IOException;
import java.io.InputStream;

/** Takes an attachment and its content at once. */
@UseCase
public final class ReceiveAttachment {

    private final CreateAttachment createAttachment;
    private final UploadAttachment uploadAttachment;
    private final DeleteAttachment deleteAttachment;

    public ReceiveAttachment(
            CreateAttachment createAttachment, UploadAttachment uploadAttachment, DeleteAttachment deleteAttachment) {
        this.createAttachment = createAttachment;
        this.uploadAttachment = uploadAttachment;
        this.deleteAttachment = deleteAttachment;
    }

    /**
     * Takes an attachment; when this returns it and its content are committed, and when it throws, nothing of it is kept.
     *
     * @param size the content's length in bytes
     * @param content it is not closed
     * @throws IOException what the content throws
     */
    public Attachment receive(AccountId owner, AttachmentName name, MimeType type, long size, InputStream content)
            throws IOException {
        AttachmentId id = createAttachment.create(owner, name, type, size).id();
        try {
            return uploadAttachment.upload(new AttachmentAccess.Caller(owner), id, null, content);
        } catch (IOException | RuntimeException | Error e) {
            discard(owner, id, e);
            throw e;
        }
    }

    private void discard(AccountId owner, AttachmentId id, Throwable cause) {
        try {
            deleteAttachment.delete(owner, id);
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }
}
