package dev.parley.application.history;

import dev.parley.application.conversation.OwnedConversations;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.history.HistoryRepository;
import dev.parley.domain.shared.Failure;

/** Reads a conversation with all that was said in it. */
@UseCase
public final class ReadHistory {

    private final UnitOfWork unitOfWork;
    private final OwnedConversations owned;
    private final HistoryRepository items;

    public ReadHistory(UnitOfWork unitOfWork, ConversationRepository conversations, HistoryRepository items) {
        this.unitOfWork = unitOfWork;
        this.owned = new OwnedConversations(conversations);
        this.items = items;
    }

    /**
     * The session, and its items to be read bit by bit. What is added afterwards is not among them; what is changed or
     * deleted meanwhile may be read as it was or as it is.
     *
     * @throws Failure SESSION_NOT_FOUND if there is none with this id
     * @throws Failure FORBIDDEN if it is another's
     */
    public History history(AccountId owner, ConversationId id) {
        return unitOfWork.read(() -> {
            History history = new History(unitOfWork, items, owned.find(owner, id));
            history.findOthers();
            return history;
        });
    }
}
