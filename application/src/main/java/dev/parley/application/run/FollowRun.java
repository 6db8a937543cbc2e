package dev.parley.application.run;

import dev.parley.application.conversation.OwnedConversations;
import dev.parley.application.event.RunLog;
import dev.parley.application.event.RunStreams;
import dev.parley.application.event.RunSubscription;
import dev.parley.application.event.RunSubscription.Position;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.run.RunError;
import dev.parley.domain.run.RunId;
import dev.parley.domain.run.RunRepository;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.PageLimit;
import java.util.Map;

/** Reads a run's events from any place on, wherever it runs. */
@UseCase
public final class FollowRun {

    private final UnitOfWork unitOfWork;
    private final OwnedConversations owned;
    private final RunRepository runs;
    private final RunLog log;
    private final RunStreams streams;

    public FollowRun(
            UnitOfWork unitOfWork,
            ConversationRepository conversations,
            RunRepository runs,
            RunLog log,
            RunStreams streams) {
        this.unitOfWork = unitOfWork;
        this.owned = new OwnedConversations(conversations);
        this.runs = runs;
        this.log = log;
        this.streams = streams;
    }

    /**
     * Begins to read.
     *
     * @param after the last event that was seen
     * @return to be closed by the caller
     * @throws Failure SESSION_NOT_FOUND if there is no such session
     * @throws Failure FORBIDDEN if it is another's
     * @throws Failure RUN_NOT_FOUND if the session has no such run
     * @throws Failure RUN_LOG_EXPIRED if the run ended so long ago that its events are not kept
     */
    public RunSubscription follow(AccountId owner, ConversationId conversation, RunId id, Position after) {
        unitOfWork.read(() -> {
            check(owner, conversation, id);
            return true;
        });
        return new RunSubscription(streams, id, null, after);
    }

    private void check(AccountId owner, ConversationId conversation, RunId id) {
        owned.find(owner, conversation);
        RunLog.Tail tail =
                log.read(Map.of(id, Long.MAX_VALUE - 1), new PageLimit(1, 1)).get(id);
        if (runs.report(conversation, id).isEmpty() || tail == null) {
            throw new Failure(RunError.RUN_NOT_FOUND);
        }
        if (tail.state() == RunLog.State.PRUNED) {
            throw new Failure(RunError.RUN_LOG_EXPIRED);
        }
    }
}
