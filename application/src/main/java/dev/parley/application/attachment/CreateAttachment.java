package dev.parley.application.attachment;

import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.attachment.Attachment;
import dev.parley.domain.attachment.AttachmentLimits;
import dev.parley.domain.attachment.AttachmentName;
import dev.parley.domain.attachment.AttachmentRepository;
import dev.parley.domain.attachment.MimeType;
import dev.parley.domain.shared.Failure;
import java.time.InstantSource;

/** Announces an attachment, which is then to be uploaded. */
@UseCase
public final class CreateAttachment {

    private final UnitOfWork unitOfWork;
    private final AttachmentRepository attachments;
    private final AttachmentLimits limits;
    private final IdGenerator ids;
    private final InstantSource clock;

    public CreateAttachment(
            UnitOfWork unitOfWork,
            AttachmentRepository attachments,
            AttachmentLimits limits,
            IdGenerator ids,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.attachments = attachments;
        this.limits = limits;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Announces an attachment; when this returns it is committed.
     *
     * @param size the length in bytes that the upload will have
     * @throws dev.parley.domain.shared.InvalidRequest if the size is not positive
     * @throws Failure ATTACHMENT_TOO_LARGE if it is longer than allowed
     * @throws Failure ATTACHMENT_QUOTA if the owner has no room for it
     */
    public Attachment create(AccountId owner, AttachmentName name, MimeType type, long size) {
        limits.checkSize(size);
        Attachment attachment = Attachment.announce(ids.attachment(), owner, name, type, size, clock.instant());
        unitOfWork.run(() -> attachments.add(attachment, limits.userBytes()));
        return attachment;
    }
}
