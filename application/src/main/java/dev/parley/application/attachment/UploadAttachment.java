package dev.parley.application.attachment;

import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.attachment.Attachment;
import dev.parley.domain.attachment.AttachmentError;
import dev.parley.domain.attachment.AttachmentId;
import dev.parley.domain.attachment.AttachmentRepository;
import dev.parley.domain.attachment.ContentId;
import dev.parley.domain.attachment.FileSignature;
import dev.parley.domain.attachment.MimeType;
import dev.parley.domain.shared.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Uploads an attachment's content, once. No unit is open while the client is waited for. Of uploads at the same time the
 * newest is taken, so that a client whose connection broke need not wait for the server to notice; the others end within a
 * second of their next byte, so that slow clients cannot make the server keep more of them than a user may have.
 */
@UseCase
public final class UploadAttachment {

    private final UnitOfWork unitOfWork;
    private final AttachmentRepository attachments;
    private final AttachmentStore store;
    private final IdGenerator ids;
    private final InstantSource clock;
    private final AttachmentMeter meter;

    public UploadAttachment(
            UnitOfWork unitOfWork,
            AttachmentRepository attachments,
            AttachmentStore store,
            IdGenerator ids,
            InstantSource clock,
            AttachmentMeter meter) {
        this.unitOfWork = unitOfWork;
        this.attachments = attachments;
        this.store = store;
        this.ids = ids;
        this.clock = clock;
        this.meter = meter;
    }

    /**
     * Stores a content; when this returns, it and the attachment's new state are committed. When it throws, nothing of the
     * content is kept and the attachment can be uploaded again.
     *
     * @param claimed the type that the body claims to be of; null where it claims none
     * @param body exactly the declared bytes; it is not closed
     * @return the attachment afterwards
     * @throws Failure ATTACHMENT_NOT_FOUND if there is none with this id for the caller
     * @throws Failure ATTACHMENT_ALREADY_UPLOADED if it has its content
     * @throws Failure ATTACHMENT_SIZE_MISMATCH if the body is not as long as declared
     * @throws Failure ATTACHMENT_TYPE_MISMATCH if the body is not of the declared type, or claims to be of another
     * @throws Failure UPLOAD_SUPERSEDED if a newer upload has begun, or the attachment was deleted
     * @throws IOException what the body throws
     */
    public Attachment upload(AttachmentAccess access, AttachmentId id, @Nullable MimeType claimed, InputStream body)
            throws IOException {
        ContentId content = ids.content(id);
        Attachment begun = begin(access, claimed, content);
        MimeType found;
        try {
            Checked checked = checked(wanted(body, content), begun);
            store.write(content, checked.body());
            found = checked.type();
        } catch (IOException | RuntimeException | Error e) {
            discard(content, e);
            throw e;
        }
        Attachment uploaded = end(content, found);
        meter.stored(uploaded.size());
        return uploaded;
    }

    private Attachment begin(AttachmentAccess access, @Nullable MimeType claimed, ContentId content) {
        return unitOfWork.execute(() -> {
            Attachment attachment = access.check(attachments
                    .lock(content.attachment())
                    .orElseThrow(() -> new Failure(AttachmentError.ATTACHMENT_NOT_FOUND)));
            Attachment begun = attachment.uploadingTo(content);
            if (claimed != null && !isOrBecomes(claimed, attachment.type())) {
                throw new Failure(AttachmentError.ATTACHMENT_TYPE_MISMATCH, attachment.type(), claimed);
            }
            attachments.save(begun);
            return begun;
        });
    }

    /** If the commit fails, it may yet have happened; then the content is needed, and else it goes with the attachment. */
    private Attachment end(ContentId content, MimeType found) {
        try {
            return unitOfWork.execute(() -> {
                Attachment uploaded = attachments
                        .lock(content.attachment())
                        .orElseThrow(() -> new Failure(AttachmentError.UPLOAD_SUPERSEDED))
                        .uploaded(content, found);
                attachments.save(uploaded);
                return uploaded;
            });
        } catch (Failure e) {
            if (e.is(AttachmentError.UPLOAD_SUPERSEDED)) {
                discard(content, e);
            }
            throw e;
        }
    }

    private void discard(ContentId content, Throwable cause) {
        try {
            store.delete(content);
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private InputStream wanted(InputStream body, ContentId content) {
        return new WantedStream(
                body,
                clock,
                () -> unitOfWork
                        .read(() -> attachments.find(content.attachment()))
                        .orElseThrow(() -> new Failure(AttachmentError.UPLOAD_SUPERSEDED))
                        .checkUploadingTo(content));
    }

    /** Of images of dots the bytes decide, whatever was announced and claimed. */
    private static boolean isOrBecomes(MimeType claimed, MimeType announced) {
        return claimed.equals(announced) || (claimed.isRasterImage() && announced.isRasterImage());
    }

    private static Checked checked(InputStream body, Attachment attachment) throws IOException {
        InputStream exact = new ExactStream(body, attachment.size(), () -> {
            throw new Failure(AttachmentError.ATTACHMENT_SIZE_MISMATCH, attachment.size());
        });
        byte[] first = exact.readNBytes(FileSignature.COUNT);
        MimeType found = new FileSignature(first).typeDeclaredAs(attachment.type());
        return new Checked(found, new SequenceInputStream(new ByteArrayInputStream(first), exact));
    }

    /** A body whose first bytes were looked at. */
    private record Checked(MimeType type, InputStream body) {}
}
