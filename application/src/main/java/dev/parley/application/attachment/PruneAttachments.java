package dev.parley.application.attachment;

import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.attachment.Attachment;
import dev.parley.domain.attachment.AttachmentId;
import dev.parley.domain.attachment.AttachmentRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes attachments that no message has used within a day, and contents that no attachment has. */
@UseCase
public final class PruneAttachments {

    private static final Logger log = LoggerFactory.getLogger(PruneAttachments.class);

    /** How long an attachment may wait for its message. */
    static final Duration TIMEOUT = Duration.ofDays(1);

    /** How often {@link #prune} wants to be called. */
    public static final Duration PERIOD = Duration.ofHours(1);

    private static final int BATCH = 100;

    private final UnitOfWork unitOfWork;
    private final AttachmentRepository attachments;
    private final AttachmentStore store;
    private final AttachmentRemoval removal;
    private final InstantSource clock;

    public PruneAttachments(
            UnitOfWork unitOfWork,
            AttachmentRepository attachments,
            AttachmentStore store,
            ErrorReporter errorReporter,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.attachments = attachments;
        this.store = store;
        this.removal = new AttachmentRemoval(unitOfWork, attachments, store, errorReporter);
        this.clock = clock;
    }

    /** Deletes what is to be deleted now, each attachment in a unit of its own; any number of nodes may do so at once. */
    public void prune() {
        Instant before = clock.instant().minus(TIMEOUT);
        int removed = 0;
        List<Attachment> batch;
        do {
            batch = unitOfWork.read(() -> attachments.unused(before, BATCH));
            removed += (int) batch.stream().filter(this::remove).count();
        } while (batch.size() == BATCH);
        store.sweep(before, contents -> unitOfWork.read(() -> attachments.known(contents)));
        if (removed > 0) {
            log.info("{} attachments that no message used within {} were deleted", removed, TIMEOUT);
        }
    }

    private boolean remove(Attachment unused) {
        AttachmentId id = unused.id();
        return removal.remove(() -> attachments.lock(id).filter(attachment -> attachment.conversation() == null));
    }
}
