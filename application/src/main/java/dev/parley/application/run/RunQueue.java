package dev.parley.application.run;

import dev.parley.application.account.StorageQuota;
import dev.parley.application.event.RunEvent;
import dev.parley.application.event.RunLog;
import dev.parley.application.event.RunStream;
import dev.parley.application.run.TurnFactory.Begun;
import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.shared.Language;
import dev.parley.application.shared.SystemFailure;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.conversation.UserInput;
import dev.parley.domain.item.UserMessage;
import dev.parley.domain.run.QueuedRun;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunError;
import dev.parley.domain.run.RunRepository;
import dev.parley.domain.shared.Failure;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Launches runs, and begins the next one of a thread when one has ended. */
@UseCase
public final class RunQueue {

    private static final int THREADS_AT_A_TIME = 100;

    private final UnitOfWork unitOfWork;
    private final ConversationRepository conversations;
    private final RunRepository runs;
    private final RunLog log;
    private final RunPolicy policy;
    private final TurnFactory turns;
    private final RunEngine engine;
    private final InstantSource clock;
    private final ErrorReporter errorReporter;
    private final StorageQuota quota;

    public RunQueue(
            UnitOfWork unitOfWork,
            ConversationRepository conversations,
            RunRepository runs,
            RunLog log,
            RunPolicy policy,
            RunEngine engine,
            InstantSource clock,
            ErrorReporter errorReporter,
            StorageQuota quota) {
        this.unitOfWork = unitOfWork;
        this.conversations = conversations;
        this.runs = runs;
        this.log = log;
        this.policy = policy;
        this.turns = new TurnFactory(conversations, log, policy.transcriptItems());
        this.engine = engine;
        this.clock = clock;
        this.errorReporter = errorReporter;
        this.quota = quota;
    }

    /**
     * Lets a run wait for its turn.
     *
     * @throws Failure RUN_QUEUE_FULL if as many as allowed wait in its thread already
     */
    void add(QueuedRun queued) {
        if (runs.waiting(queued.run().conversation()).size() >= RunPolicy.MAXIMUM_WAITING) {
            throw new Failure(RunError.RUN_QUEUE_FULL, RunPolicy.MAXIMUM_WAITING);
        }
        runs.addQueued(queued);
    }

    RunStream launch(Begun begun) {
        return engine.launch(
                begun.run(),
                begun.turn(),
                begun.opening(),
                () -> startNext(begun.run().conversation()));
    }

    /** Begins what waits in threads where nothing runs, such as after the end of the node that ran something. */
    public void startStalled() {
        if (!engine.isDraining()) {
            unitOfWork.read(() -> runs.stalled(THREADS_AT_A_TIME)).forEach(this::startNext);
        }
    }

    /** Begins the oldest waiting run of a thread in which none is running. What cannot be begun now will be later. */
    private void startNext(ConversationId thread) {
        try {
            Next next = Next.REFUSED;
            while (next == Next.REFUSED && !engine.isDraining()) {
                next = beginNext(thread);
            }
        } catch (SystemFailure e) {
            errorReporter.record(e);
        }
    }

    private Next beginNext(ConversationId thread) {
        Optional<Taken> taken = unitOfWork.execute(() -> conversations
                .lock(thread)
                .flatMap(conversation -> runs.lockNext(thread).map(queued -> take(conversation, queued))));
        if (taken.isEmpty()) {
            return Next.NONE;
        }
        taken.get().begun().ifPresent(this::launch);
        return taken.get().begun().isPresent() ? Next.BEGUN : Next.REFUSED;
    }

    /** A message that was taken in may be refused when its turn comes, such as in a thread that has become full. */
    private Taken take(Conversation conversation, QueuedRun queued) {
        Instant now = clock.instant();
        UserMessage message = queued.message();
        MessageCommand command =
                new MessageCommand(message.id(), UserInput.of(message), false, policy.limits(), conversations);
        try {
            quota.check(conversation.owner());
            command.check(conversation);
        } catch (Failure refusal) {
            refuse(queued, refusal, now);
            return new Taken(Optional.empty());
        }
        Run run = queued.run().begun(now);
        runs.begin(run, policy.node(), policy.lease());
        return new Taken(Optional.of(turns.begin(run, queued.options(), conversation, command, now)));
    }

    private void refuse(QueuedRun queued, Failure refusal, Instant now) {
        RunEvent failed =
                new RunEvent.Failed(true, Language.of(queued.options().locale()).localize(refusal.words()), false);
        runs.save(queued.run().failed(refusal.code(), now));
        log.append(List.of(new RunLog.Batch(queued.run().id(), 1, List.of(failed))));
    }

    private enum Next {
        NONE,
        BEGUN,
        REFUSED
    }

    private record Taken(Optional<Begun> begun) {}
}
