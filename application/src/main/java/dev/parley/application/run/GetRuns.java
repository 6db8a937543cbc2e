package dev.parley.application.run;

import dev.parley.application.conversation.OwnedConversations;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.run.RunError;
import dev.parley.domain.run.RunId;
import dev.parley.domain.run.RunReport;
import dev.parley.domain.run.RunRepository;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.Page;
import dev.parley.domain.shared.PageRequest;

/** Tells how runs stand. */
@UseCase
public final class GetRuns {

    private final UnitOfWork unitOfWork;
    private final OwnedConversations owned;
    private final RunRepository runs;

    public GetRuns(UnitOfWork unitOfWork, ConversationRepository conversations, RunRepository runs) {
        this.unitOfWork = unitOfWork;
        this.owned = new OwnedConversations(conversations);
        this.runs = runs;
    }

    /**
     * A run.
     *
     * @throws Failure SESSION_NOT_FOUND if there is no such session
     * @throws Failure FORBIDDEN if it is another's
     * @throws Failure RUN_NOT_FOUND if the session has no such run
     */
    public RunReport run(AccountId owner, ConversationId conversation, RunId id) {
        return unitOfWork.read(() -> {
            owned.find(owner, conversation);
            return runs.report(conversation, id).orElseThrow(() -> new Failure(RunError.RUN_NOT_FOUND));
        });
    }

    /**
     * A page of a session's runs, newest first.
     *
     * @throws Failure SESSION_NOT_FOUND if there is no such session
     * @throws Failure FORBIDDEN if it is another's
     */
    public Page<RunReport> page(AccountId owner, ConversationId conversation, PageRequest<RunId> request) {
        return unitOfWork.read(() -> {
            owned.find(owner, conversation);
            return runs.list(conversation, request);
        });
    }
}
