package dev.parley.application.run;

import dev.parley.application.conversation.OwnedConversations;
import dev.parley.application.run.RunStart.Begun;
import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversation.Appended;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.conversation.UserInput;
import dev.parley.domain.conversation.UserMessage;
import dev.parley.domain.run.QueuedRun;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunId;
import dev.parley.domain.run.RunInProgress;
import dev.parley.domain.run.RunQueueFull;
import dev.parley.domain.run.RunRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a user's message and lets the assistant answer it. */
public final class StartRun {

    private final UnitOfWork unitOfWork;
    private final OwnedConversations owned;
    private final RunRepository runs;
    private final RunPolicy policy;
    private final IdGenerator ids;
    private final InstantSource clock;
    private final RunEngine engine;
    private final RunQueue queue;
    private final RunStreams streams;
    private final RunStart start;
    private final RunTakeover takeover;

    /** Makes the use case from its ports and policy. */
    public StartRun(
            UnitOfWork unitOfWork,
            ConversationRepository conversations,
            RunRepository runs,
            RunLog log,
            RunPolicy policy,
            IdGenerator ids,
            InstantSource clock,
            RunEngine engine,
            RunQueue queue,
            RunStreams streams) {
        this.unitOfWork = unitOfWork;
        this.owned = new OwnedConversations(conversations);
        this.runs = runs;
        this.policy = policy;
        this.ids = ids;
        this.clock = clock;
        this.engine = engine;
        this.queue = queue;
        this.streams = streams;
        this.start = new RunStart(conversations, log, policy.transcriptItems());
        this.takeover = new RunTakeover(conversations, runs, log, ids, clock);
    }

    /**
     * Commits the message and the run, then lets the assistant answer on a thread of its own, at once or after those that
     * it answers already.
     *
     * @param onActiveRun what is to happen while the assistant answers; null for what is usual here
     * @return the run, whose first event is the committed message
     * @throws dev.parley.domain.conversation.SessionNotFound if there is no such session
     * @throws dev.parley.domain.conversation.NotYourSession if it is another's
     * @throws dev.parley.domain.shared.InvalidRequest if it asks for a model that may not be picked
     * @throws dev.parley.domain.conversation.ThreadNotOpen if the thread is locked or closed
     * @throws dev.parley.domain.conversation.EmptyMessage if the message says nothing
     * @throws dev.parley.domain.conversation.MessageTooLong if it is longer than allowed
     * @throws dev.parley.domain.conversation.MessageLimitReached if the session is full
     * @throws RunInProgress if the assistant is answering in this thread already, and the message is not to wait
     * @throws RunQueueFull if as many messages as allowed wait already
     * @throws NodeStopping if this node is about to stop
     */
    public StartedRun start(AccountId owner, ConversationId id, UserInput input, @Nullable OnActiveRun onActiveRun) {
        policy.check(input.options());
        if (engine.isDraining()) {
            throw new NodeStopping();
        }
        OnActiveRun mode = onActiveRun == null ? policy.onActiveRun() : onActiveRun;
        Accepted accepted = unitOfWork.execute(() -> accept(owner, id, input, mode));
        accepted.toCancel().ifPresent(engine::cancel);
        RunStream stream = accepted.begun().map(queue::launch).orElse(null);
        return new StartedRun(
                accepted.run(),
                new RunSubscription(streams, accepted.run().id(), stream, RunSubscription.Position.BEGIN));
    }

    private Accepted accept(AccountId owner, ConversationId id, UserInput input, OnActiveRun mode) {
        Conversation conversation = owned.lock(owner, id);
        Instant now = clock.instant();
        Appended appended = conversation.receive(ids.message(), input, policy.limits(), now);
        Run run = Run.start(ids.run(), id, now);
        if (runs.add(run, policy.node(), policy.lease())) {
            return Accepted.begun(start.begin(conversation, appended, run));
        }
        Optional<Run> abandoned = runs.lockAbandoned(id);
        if (abandoned.isPresent()) {
            takeover.end(conversation, abandoned.get());
            return accept(owner, id, input, mode);
        }
        return wait(id, (UserMessage) appended.item().at(UserMessage.DRAFT), mode, now);
    }

    private Accepted wait(ConversationId id, UserMessage message, OnActiveRun mode, Instant now) {
        Optional<RunId> running = runs.running(id).map(Run::id);
        List<RunId> waiting = runs.waiting(id);
        if (mode == OnActiveRun.REJECT) {
            throw new RunInProgress(running.orElseGet(waiting::getFirst));
        }
        if (waiting.size() >= RunPolicy.MAXIMUM_WAITING) {
            throw new RunQueueFull(RunPolicy.MAXIMUM_WAITING);
        }
        Run run = Run.queue(ids.run(), id, now);
        runs.addQueued(new QueuedRun(run, message));
        Optional<RunId> toCancel = mode == OnActiveRun.INTERRUPT ? running : Optional.empty();
        toCancel.ifPresent(active -> runs.requestCancel(active, now));
        return new Accepted(run, Optional.empty(), toCancel);
    }

    /**
     * A run that has begun, or waits.
     *
     * @param run as it was when it was committed
     * @param events its events from the first; to be closed by who reads them
     */
    public record StartedRun(Run run, RunSubscription events) {}

    private record Accepted(Run run, Optional<Begun> begun, Optional<RunId> toCancel) {

        static Accepted begun(Begun begun) {
            return new Accepted(begun.run(), Optional.of(begun), Optional.empty());
        }
    }
}
