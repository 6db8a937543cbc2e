package dev.parley.application.attachment;

import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.shared.SystemFailure;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.attachment.Attachment;
import dev.parley.domain.attachment.AttachmentRepository;
import dev.parley.domain.attachment.ContentId;
import java.util.Optional;
import java.util.function.Supplier;

/** Deletes an attachment first and then its content, which without it is reached by nobody and swept away at last. */
final class AttachmentRemoval {

    private final UnitOfWork unitOfWork;
    private final AttachmentRepository attachments;
    private final AttachmentStore store;
    private final ErrorReporter errorReporter;

    AttachmentRemoval(
            UnitOfWork unitOfWork,
            AttachmentRepository attachments,
            AttachmentStore store,
            ErrorReporter errorReporter) {
        this.unitOfWork = unitOfWork;
        this.attachments = attachments;
        this.store = store;
        this.errorReporter = errorReporter;
    }

    /** Deletes the attachment that is locked, if there is one; tells whether there was. */
    boolean remove(Supplier<Optional<Attachment>> locked) {
        Optional<Attachment> removed = unitOfWork.execute(() -> {
            Optional<Attachment> attachment = locked.get();
            attachment.ifPresent(attachments::delete);
            return attachment;
        });
        removed.map(Attachment::content).ifPresent(this::discard);
        return removed.isPresent();
    }

    private void discard(ContentId content) {
        try {
            store.delete(content);
        } catch (SystemFailure e) {
            errorReporter.record(e);
        }
    }
}
