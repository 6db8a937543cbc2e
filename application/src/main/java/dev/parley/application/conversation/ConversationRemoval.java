package dev.parley.application.conversation;

import dev.parley.application.attachment.AttachmentStore;
import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.shared.SystemFailure;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.attachment.AttachmentRepository;
import dev.parley.domain.attachment.ContentId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationRepository;
import java.util.List;
import java.util.function.Supplier;

/**
 * Deletes a conversation with all that belongs to it in one commit, and then what was stored of its attachments, which
 * nobody reaches without them. If that fails it is swept away at last.
 */
@UseCase
public final class ConversationRemoval {

    private final UnitOfWork unitOfWork;
    private final ConversationRepository conversations;
    private final AttachmentRepository attachments;
    private final AttachmentStore store;
    private final ErrorReporter errorReporter;

    public ConversationRemoval(
            UnitOfWork unitOfWork,
            ConversationRepository conversations,
            AttachmentRepository attachments,
            AttachmentStore store,
            ErrorReporter errorReporter) {
        this.unitOfWork = unitOfWork;
        this.conversations = conversations;
        this.attachments = attachments;
        this.store = store;
        this.errorReporter = errorReporter;
    }

    /** Deletes the conversation that is locked, or throws what locking it throws. */
    public void remove(Supplier<Conversation> locked) {
        List<ContentId> orphans = unitOfWork.execute(() -> {
            Conversation conversation = locked.get();
            List<ContentId> contents = attachments.contentsIn(conversation.id());
            conversations.delete(conversation);
            return contents;
        });
        try {
            store.deleteAll(orphans);
        } catch (SystemFailure e) {
            errorReporter.record(e);
        }
    }
}
