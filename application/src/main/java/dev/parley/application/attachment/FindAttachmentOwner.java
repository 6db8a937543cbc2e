package dev.parley.application.attachment;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.attachment.Attachment;
import dev.parley.domain.attachment.AttachmentId;
import dev.parley.domain.attachment.AttachmentRepository;
import java.util.Optional;

/** Finds whose an attachment is, for requests that carry no token. */
@UseCase
public final class FindAttachmentOwner {

    private final UnitOfWork unitOfWork;
    private final AttachmentRepository attachments;

    public FindAttachmentOwner(UnitOfWork unitOfWork, AttachmentRepository attachments) {
        this.unitOfWork = unitOfWork;
        this.attachments = attachments;
    }

    /** The owner; empty where there is no such attachment. */
    public Optional<AccountId> find(AttachmentId id) {
        return unitOfWork.read(() -> attachments.find(id)).map(Attachment::owner);
    }
}
