package dev.parley.application.attachment;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.attachment.Attachment;
import dev.parley.domain.attachment.AttachmentError;
import dev.parley.domain.attachment.AttachmentId;
import dev.parley.domain.attachment.AttachmentRepository;
import dev.parley.domain.shared.Failure;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Opens an attachment's content. */
@UseCase
public final class OpenAttachment {

    private final UnitOfWork unitOfWork;
    private final AttachmentRepository attachments;
    private final AttachmentStore store;

    public OpenAttachment(UnitOfWork unitOfWork, AttachmentRepository attachments, AttachmentStore store) {
        this.unitOfWork = unitOfWork;
        this.attachments = attachments;
        this.store = store;
    }

    /**
     * Opens an attachment, to be closed by the caller.
     *
     * @throws Failure ATTACHMENT_NOT_FOUND if there is none with this id for the caller
     * @throws Failure ATTACHMENT_NOT_UPLOADED if it has no content yet
     */
    public Opened open(AttachmentAccess access, AttachmentId id) {
        Attachment attachment = find(access, id);
        InputStream content = store.open(attachment.uploadedContent());
        return new Opened(attachment, new ExactStream(content, attachment.size(), OpenAttachment::endsEarly));
    }

    /** What is known of an attachment that may be opened. */
    Attachment find(AttachmentAccess access, AttachmentId id) {
        return access.check(unitOfWork
                .read(() -> attachments.find(id))
                .orElseThrow(() -> new Failure(AttachmentError.ATTACHMENT_NOT_FOUND)));
    }

    private static void endsEarly() throws IOException {
        throw new EOFException("the content has not its declared length; it may have been deleted meanwhile");
    }

    /**
     * An attachment with its content.
     *
     * @param content exactly as many bytes as the attachment's size, which may be read slowly; it throws
     *     {@link EOFException} if it is deleted meanwhile
     */
    public record Opened(Attachment attachment, InputStream content) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            content.close();
        }
    }
}
