package dev.parley.application.run;

import dev.parley.application.account.StorageQuota;
import dev.parley.application.conversation.OwnedConversations;
import dev.parley.application.event.RunLog;
import dev.parley.application.event.RunStream;
import dev.parley.application.event.RunStreams;
import dev.parley.application.event.RunSubscription;
import dev.parley.application.idempotency.Idempotency;
import dev.parley.application.idempotency.Outcome;
import dev.parley.application.run.RunTakeover.TakenOver;
import dev.parley.application.run.TurnFactory.Begun;
import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.SystemError;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.item.UserMessage;
import dev.parley.domain.run.QueuedRun;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunError;
import dev.parley.domain.run.RunId;
import dev.parley.domain.run.RunOptions;
import dev.parley.domain.run.RunRepository;
import dev.parley.domain.shared.Failure;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one place that begins runs: what a user did and the run that it causes are one unit, and the assistant answers when
 * it has committed.
 */
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
    private final TurnFactory turns;
    private final RunMeter meter;
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
            StorageQuota quota,
            RunMeter meter) {
        this.unitOfWork = unitOfWork;
        this.owned = new OwnedConversations(conversations);
        this.runs = runs;
        this.policy = policy;
        this.ids = ids;
        this.clock = clock;
        this.engine = engine;
        this.queue = queue;
        this.streams = streams;
        this.turns = new TurnFactory(conversations, log, policy);
        this.meter = meter;
        this.takeover = new RunTakeover(conversations, runs, log, ids, clock);
        this.quota = quota;
    }

    /**
     * Commits what a command stores and the run that it causes, then lets the assistant answer on a thread of its own.
     *
     * @return the run
     * @throws Failure SESSION_NOT_FOUND if there is no such session
     * @throws Failure FORBIDDEN if it is another's
     * @throws Failure RUN_IN_PROGRESS if a run is running or waiting in the thread
     * @throws Failure STORAGE_QUOTA if the owner stores more than allowed then
     * @throws Failure NODE_STOPPING if this node is about to stop
     */
    public RunHandle admit(AccountId owner, ConversationId id, RunOptions options, ConversationCommand command) {
        return admit(
                owner,
                OnActiveRun.REJECT,
                options,
                Idempotency.everyTime(),
                () -> new Submission(owned.lock(owner, id), command));
    }

    /**
     * Commits a command and its run, which begins at once or waits; or finds the run that the same key began earlier.
     *
     * @param onActiveRun what becomes of a message while a run is active; all other commands are refused
     * @param submission locks the conversation or makes it, inside the unit
     */
    RunHandle admit(
            AccountId owner,
            OnActiveRun onActiveRun,
            RunOptions options,
            Idempotency<RunId> once,
            Supplier<Submission> submission) {
        if (engine.isDraining()) {
            throw new Failure(SystemError.NODE_STOPPING);
        }
        Outcome<Admitted> outcome =
                unitOfWork.execute(() -> once.<Admitted>from(Admitted::id).perform(() -> {
                    Admitted admitted = admit(submission.get(), onActiveRun, options);
                    quota.check(owner);
                    return admitted;
                }));
        return switch (outcome) {
            case Outcome.Made<Admitted> made -> launch(made.value());
            case Outcome.Repeated<Admitted> repeated -> repeat(new RunId(UUID.fromString(repeated.snapshot())));
        };
    }

    private Admitted admit(Submission submission, OnActiveRun onActiveRun, RunOptions options) {
        Conversation conversation = submission.conversation();
        ConversationCommand command = submission.command();
        Instant now = clock.instant();
        Run run = Run.start(ids.run(), conversation.id(), now);
        command.check(conversation);
        List<TakenOver> takenOver = new ArrayList<>();
        while (!runs.add(run, policy.node(), policy.lease())) {
            Optional<Run> abandoned = runs.lockAbandoned(conversation.id());
            if (abandoned.isPresent()) {
                TakenOver taken = takeover.end(conversation, abandoned.get());
                takenOver.add(taken);
                conversation = taken.conversation();
                command.check(conversation);
            } else {
                // A run ends without the thread's lock, so it may be over by now.
                Optional<Active> active = active(conversation.id());
                if (active.isPresent()) {
                    return waitFor(active.get(), new Submission(conversation, command), onActiveRun, options)
                            .after(takenOver);
                }
            }
        }
        return Admitted.begun(turns.begin(run, options, conversation, command, now))
                .after(takenOver);
    }

    private Admitted waitFor(Active active, Submission submission, OnActiveRun onActiveRun, RunOptions options) {
        Instant now = clock.instant();
        Conversation conversation = submission.conversation();
        UserMessage message = submission
                .command()
                .message(now)
                .filter(waiting -> onActiveRun != OnActiveRun.REJECT)
                .orElseThrow(() -> new Failure(RunError.RUN_IN_PROGRESS, active.run()));
        Run run = Run.queue(ids.run(), conversation.id(), now);
        queue.add(conversation, new QueuedRun(run, message, options));
        boolean interrupts = onActiveRun == OnActiveRun.INTERRUPT && active.isRunning();
        if (interrupts) {
            runs.requestCancel(active.run(), now);
        }
        return new Admitted(
                run, Optional.empty(), interrupts ? Optional.of(active.run()) : Optional.empty(), List.of());
    }

    private RunHandle launch(Admitted admitted) {
        admitted.takenOver().forEach(taken -> taken.measure(meter));
        admitted.toCancel().ifPresent(engine::cancel);
        RunStream stream = admitted.begun().map(queue::launch).orElse(null);
        return new RunHandle(admitted.run(), read(admitted.id(), stream), false);
    }

    private RunHandle repeat(RunId id) {
        Run run = unitOfWork.read(() -> runs.find(id)).orElseThrow(() -> new Failure(RunError.RUN_NOT_FOUND));
        return new RunHandle(run, read(id, null), true);
    }

    private RunSubscription read(RunId id, @Nullable RunStream stream) {
        return new RunSubscription(streams, id, stream, RunSubscription.Position.BEGIN);
    }

    /** The run that is running in a thread, or else the first that waits; empty where all have ended meanwhile. */
    private Optional<Active> active(ConversationId id) {
        return runs.running(id)
                .map(run -> new Active(run.id(), true))
                .or(() -> runs.waiting(id).stream().findFirst().map(run -> new Active(run, false)));
    }

    /** A command, and the conversation that it is for. */
    record Submission(Conversation conversation, ConversationCommand command) {}

    private record Active(RunId run, boolean isRunning) {}

    /** A run that has begun or waits, the one that is to make room for it, and those that were abandoned before. */
    private record Admitted(Run run, Optional<Begun> begun, Optional<RunId> toCancel, List<TakenOver> takenOver) {

        static Admitted begun(Begun begun) {
            return new Admitted(begun.run(), Optional.of(begun), Optional.empty(), List.of());
        }

        Admitted after(List<TakenOver> abandoned) {
            return new Admitted(run, begun, toCancel, List.copyOf(abandoned));
        }

        RunId id() {
            return run.id();
        }
    }
}
