package dev.parley.application.run;

import dev.parley.application.conversation.OwnedConversations;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunError;
import dev.parley.domain.run.RunId;
import dev.parley.domain.run.RunReport;
import dev.parley.domain.run.RunRepository;
import dev.parley.domain.shared.Failure;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Stops a run, on whichever node it is. */
@UseCase
public final class CancelRun {

    private final UnitOfWork unitOfWork;
    private final OwnedConversations owned;
    private final RunRepository runs;
    private final RunEngine engine;
    private final InstantSource clock;

    public CancelRun(
            UnitOfWork unitOfWork,
            ConversationRepository conversations,
            RunRepository runs,
            RunEngine engine,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.owned = new OwnedConversations(conversations);
        this.runs = runs;
        this.engine = engine;
        this.clock = clock;
    }

    /**
     * Stops a run that waits, and asks one that is running to stop, which it soon does; what it has said is kept. One that
     * has ended stays as it is.
     *
     * @return the run as it is now
     * @throws Failure SESSION_NOT_FOUND if there is no such session
     * @throws Failure FORBIDDEN if it is another's
     * @throws Failure RUN_NOT_FOUND if the session has no such run
     */
    public RunReport cancel(AccountId owner, ConversationId conversation, RunId id) {
        RunReport report = unitOfWork.execute(() -> request(owner, conversation, id));
        engine.cancel(id);
        return report;
    }

    /** Stops the runs of this node that were asked to stop; called when one was, and every second or so. */
    public void stopRequested() {
        if (!engine.running().isEmpty()) {
            unitOfWork.read(runs::cancelRequested).forEach(engine::cancel);
        }
    }

    private RunReport request(AccountId owner, ConversationId conversation, RunId id) {
        owned.find(owner, conversation);
        if (runs.report(conversation, id).isEmpty()) {
            throw new Failure(RunError.RUN_NOT_FOUND);
        }
        Instant now = clock.instant();
        Optional<Run> waiting = runs.lockQueued(id);
        if (waiting.isPresent()) {
            runs.save(waiting.get().cancelled(now));
        } else {
            runs.requestCancel(id, now);
        }
        return runs.report(conversation, id).orElseThrow(() -> new Failure(RunError.RUN_NOT_FOUND));
    }
}
