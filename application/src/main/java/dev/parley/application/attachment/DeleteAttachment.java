package dev.parley.application.attachment;

import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.attachment.AttachmentError;
import dev.parley.domain.attachment.AttachmentId;
import dev.parley.domain.attachment.AttachmentRepository;
import dev.parley.domain.shared.Failure;

/** Deletes an attachment. A message that has it keeps its name and type alone. */
@UseCase
public final class DeleteAttachment {

    private final AttachmentRepository attachments;
    private final AttachmentRemoval removal;

    public DeleteAttachment(
            UnitOfWork unitOfWork,
            AttachmentRepository attachments,
            AttachmentStore store,
            ErrorReporter errorReporter) {
        this.attachments = attachments;
        this.removal = new AttachmentRemoval(unitOfWork, attachments, store, errorReporter);
    }

    /**
     * Deletes an attachment; when this returns that is committed.
     *
     * @throws Failure ATTACHMENT_NOT_FOUND if the owner has none with this id
     */
    public void delete(AccountId owner, AttachmentId id) {
        boolean existed = removal.remove(() -> attachments.lock(id).map(attachment -> attachment.ownedBy(owner)));
        if (!existed) {
            throw new Failure(AttachmentError.ATTACHMENT_NOT_FOUND);
        }
    }
}
