package dev.parley.application.run;

import dev.parley.application.account.StorageQuota;
import dev.parley.application.conversation.OwnedConversations;
import dev.parley.application.event.RunLog;
import dev.parley.application.event.RunStream;
import dev.parley.application.event.RunStreams;
import dev.parley.application.event.RunSubscription;
import dev.parley.application.idempotency.Idempotency;
import dev.parley.application.idempotency.Outcome;
import dev.parley.application.run.TurnFactory.Begun;
import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunId;
import dev.parley.domain.run.RunInProgress;
import dev.parley.domain.run.RunNotFound;
import dev.parley.domain.run.RunOptions;
import dev.parley.domain.run.RunRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Begins runs: what a user did and the run that it causes are one unit, and the assistant is asked when it has committed. */
@UseCase
public final class RunAdmission {

    private final UnitOfWork unitOfWork;
    private final OwnedConversations owned;
    private final RunRepository runs;
    private final RunPolicy policy;
    private final IdGenerator ids;
    private final InstantSource clock;
    private final RunEngine engine;
    private final RunQueue queue;
    private final RunStreams streams;
    private final TurnFactory start;
    private final RunTakeover takeover;
    private final StorageQuota quota;

    public RunAdmission(
            UnitOfWork unitOfWork,
            ConversationRepository conversations,
            RunRepository runs,
            RunLog log,
            RunPolicy policy,
            IdGenerator ids,
            InstantSource clock,
            RunEngine engine,
            RunQueue queue,
            RunStreams streams,
            StorageQuota quota) {
        this.unitOfWork = unitOfWork;
        this.owned = new OwnedConversations(conversations);
        this.runs = runs;
        this.policy = policy;
        this.ids = ids;
        this.clock = clock;
        this.engine = engine;
        this.queue = queue;
        this.streams = streams;
        this.start = new TurnFactory(conversations, log, policy.transcriptItems());
        this.takeover = new RunTakeover(conversations, runs, log, ids, clock);
        this.quota = quota;
    }

    /**
     * Commits what a command stores and the run that it causes, then lets the assistant answer on a thread of its own.
     *
     * @param command what the user does; what it throws refuses it, and nothing has changed then
     * @return the run
     * @throws dev.parley.domain.conversation.SessionNotFound if there is no such session
     * @throws dev.parley.domain.conversation.NotYourSession if it is another's
     * @throws RunInProgress if a run is running or waiting in the thread
     * @throws dev.parley.domain.account.StorageQuotaReached if the owner stores more than allowed then
     * @throws NodeStopping if this node is about to stop
     */
    public RunHandle start(AccountId owner, ConversationId id, RunOptions options, ConversationCommand command) {
        return start(owner, Idempotency.everyTime(), () -> accept(owner, id, options, command));
    }

    /** Commits a unit that accepts a run, and launches the run if it has begun; or finds the run that it began earlier. */
    RunHandle start(AccountId owner, Idempotency<RunId> once, Supplier<Accepted> unit) {
        if (engine.isDraining()) {
            throw new NodeStopping();
        }
        Outcome<Accepted> outcome = unitOfWork.execute(
                () -> once.<Accepted>from(RunAdmission::id).perform(() -> withinQuota(owner, unit.get())));
        return switch (outcome) {
            case Outcome.Made<Accepted> made -> launch(made.value());
            case Outcome.Repeated<Accepted> repeated -> repeat(new RunId(UUID.fromString(repeated.snapshot())));
        };
    }

    private Accepted withinQuota(AccountId owner, Accepted accepted) {
        quota.check(owner);
        return accepted;
    }

    private RunHandle launch(Accepted accepted) {
        accepted.toCancel().ifPresent(engine::cancel);
        RunStream stream = accepted.begun().map(queue::launch).orElse(null);
        return new RunHandle(accepted.run(), read(accepted.run().id(), stream), false);
    }

    private RunHandle repeat(RunId id) {
        Run run = unitOfWork.read(() -> runs.find(id)).orElseThrow(RunNotFound::new);
        return new RunHandle(run, read(id, null), true);
    }

    private RunSubscription read(RunId id, @Nullable RunStream stream) {
        return new RunSubscription(streams, id, stream, RunSubscription.Position.BEGIN);
    }

    private static RunId id(Accepted accepted) {
        return accepted.run().id();
    }

    /** Stores a new running run; false if a run is running or waiting in the thread. */
    boolean add(Run run) {
        return runs.add(run, policy.node(), policy.lease());
    }

    /** Begins a run that is stored. */
    Accepted begin(Run run, RunOptions options, TurnTrigger opening) {
        return Accepted.begun(start.begin(run, options, opening));
    }

    /** Ends the thread's run if its node is gone; the conversation afterwards, or empty if nothing was to be ended. */
    Optional<Conversation> endAbandoned(Conversation conversation) {
        return runs.lockAbandoned(conversation.id()).map(run -> takeover.end(conversation, run));
    }

    /** The run that is running in a thread, or else the first that waits; empty where all have ended meanwhile. */
    Optional<RunId> active(ConversationId id) {
        return runs.running(id).map(Run::id).or(() -> runs.waiting(id).stream().findFirst());
    }

    private Accepted accept(AccountId owner, ConversationId id, RunOptions options, ConversationCommand command) {
        Conversation conversation = owned.lock(owner, id);
        Instant now = clock.instant();
        Run run = Run.start(ids.run(), id, now);
        while (!add(run)) {
            Optional<Conversation> settled = endAbandoned(conversation);
            if (settled.isEmpty()) {
                // A run ends without the thread's lock, so it may be over by now.
                active(id).ifPresent(RunAdmission::refuse);
            }
            conversation = settled.orElse(conversation);
        }
        return begin(run, options, command.apply(conversation, now));
    }

    private static void refuse(RunId active) {
        throw new RunInProgress(active);
    }

    /** What a user does in a thread. */
    @FunctionalInterface
    public interface ConversationCommand {

        /**
         * Stores it, inside the unit that begins the run.
         *
         * @param conversation the owner's, locked
         * @throws dev.parley.domain.shared.Failure if the thread's state does not allow it
         */
        TurnTrigger apply(Conversation conversation, Instant now);
    }

    /** A run that has begun or waits, and the one that is to make room for it. */
    record Accepted(Run run, Optional<Begun> begun, Optional<RunId> toCancel) {

        static Accepted begun(Begun begun) {
            return new Accepted(begun.run(), Optional.of(begun), Optional.empty());
        }
    }
}
