package dev.parley.application.attachment;

import dev.parley.application.attachment.OpenAttachment.Opened;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.attachment.Attachment;
import dev.parley.domain.attachment.AttachmentError;
import dev.parley.domain.attachment.AttachmentId;
import dev.parley.domain.attachment.AttachmentKind;
import dev.parley.domain.attachment.AttachmentPreview;
import dev.parley.domain.attachment.AttachmentPreview.Image;
import dev.parley.domain.attachment.AttachmentRepository;
import dev.parley.domain.shared.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Shows an attached image in small. A preview is made when it is asked for first, of each account one after the other; what came of it is kept. */
@UseCase
public final class PreviewAttachment {

    /** The longest original that stands for a preview that cannot be made, in bytes. */
    private static final long SMALL_BYTES = 1024 * 1024;

    private final UnitOfWork unitOfWork;
    private final AttachmentRepository attachments;
    private final OpenAttachment openAttachment;
    private final Thumbnails thumbnails;
    private final AccountTurns turns = new AccountTurns();

    public PreviewAttachment(
            UnitOfWork unitOfWork,
            AttachmentRepository attachments,
            OpenAttachment openAttachment,
            Thumbnails thumbnails) {
        this.unitOfWork = unitOfWork;
        this.attachments = attachments;
        this.openAttachment = openAttachment;
        this.thumbnails = thumbnails;
    }

    /**
     * A preview, to be closed by the caller.
     *
     * @throws Failure ATTACHMENT_NOT_FOUND if there is no attachment with this id for the caller
     * @throws Failure ATTACHMENT_NOT_UPLOADED if it has no content yet
     * @throws Failure NO_PREVIEW if it is no image, or none that a preview can be made of
     * @throws Failure SERVICE_UNAVAILABLE if no preview can be made now
     * @throws IOException if the attachment is deleted meanwhile
     */
    public Preview preview(AttachmentAccess access, AttachmentId id) throws IOException {
        Attachment attachment = openAttachment.find(access, id);
        if (attachment.kind() != AttachmentKind.IMAGE) {
            throw new Failure(AttachmentError.NO_PREVIEW);
        }
        Image image = keptOrMade(access, attachment).image();
        return image == null ? original(access, id) : Preview.of(image);
    }

    private AttachmentPreview keptOrMade(AttachmentAccess access, Attachment attachment) throws IOException {
        Optional<AttachmentPreview> kept = kept(attachment.id());
        return kept.isPresent()
                ? kept.get()
                : turns.take(attachment.owner(), () -> madeUnlessKept(access, attachment.id()));
    }

    /** Another request may have had it made while this one waited for its turn. */
    private AttachmentPreview madeUnlessKept(AttachmentAccess access, AttachmentId id) throws IOException {
        Optional<AttachmentPreview> kept = kept(id);
        if (kept.isPresent()) {
            return kept.get();
        }
        AttachmentPreview made = made(access, id);
        unitOfWork.run(() -> attachments.addPreview(id, made));
        return made;
    }

    private Optional<AttachmentPreview> kept(AttachmentId id) {
        return unitOfWork.read(() -> attachments.findPreview(id));
    }

    private AttachmentPreview made(AttachmentAccess access, AttachmentId id) throws IOException {
        try (Opened opened = openAttachment.open(access, id)) {
            return AttachmentPreview.of(thumbnails.of(opened.content()));
        }
    }

    /** Java reads no WebP and not every GIF; browsers do. */
    private Preview original(AttachmentAccess access, AttachmentId id) throws IOException {
        Opened opened = openAttachment.open(access, id);
        Attachment attachment = opened.attachment();
        String type = attachment.type().value();
        boolean mayStandForIt = type.equals("image/webp") || type.equals("image/gif");
        if (!mayStandForIt || attachment.size() > SMALL_BYTES) {
            opened.close();
            throw new Failure(AttachmentError.NO_PREVIEW);
        }
        return new Preview(type, attachment.size(), opened.content());
    }

    /**
     * A small image.
     *
     * @param mimeType a raster image's
     * @param size in bytes
     */
    public record Preview(String mimeType, long size, InputStream content) implements AutoCloseable {

        private static Preview of(Image image) {
            byte[] bytes = image.bytes();
            return new Preview(image.mimeType(), bytes.length, new ByteArrayInputStream(bytes));
        }

        @Override
        public void close() throws IOException {
            content.close();
        }
    }
}
