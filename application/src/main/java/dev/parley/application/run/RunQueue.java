package dev.parley.application.run;

import dev.parley.application.account.StorageQuota;
import dev.parley.application.event.RunEvent;
import dev.parley.application.event.RunLog;
import dev.parley.application.event.RunStream;
import dev.parley.application.event.RunStreams;
import dev.parley.application.run.TurnFactory.Begun;
import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.Language;
import dev.parley.application.shared.SystemFailure;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversation.Appended;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.item.AssistantMessage;
import dev.parley.domain.item.OutputText;
import dev.parley.domain.item.UserMessage;
import dev.parley.domain.run.QueuedRun;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunError;
import dev.parley.domain.run.RunId;
import dev.parley.domain.run.RunRepository;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.LocalizedText;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private final IdGenerator ids;

    public RunQueue(
            UnitOfWork unitOfWork,
            ConversationRepository conversations,
            RunRepository runs,
            RunLog log,
            RunPolicy policy,
            RunEngine engine,
            InstantSource clock,
            ErrorReporter errorReporter,
            StorageQuota quota,
            IdGenerator ids) {
        this.unitOfWork = unitOfWork;
        this.conversations = conversations;
        this.runs = runs;
        this.log = log;
        this.policy = policy;
        this.turns = new TurnFactory(conversations, log, policy);
        this.engine = engine;
        this.clock = clock;
        this.errorReporter = errorReporter;
        this.quota = quota;
        this.ids = ids;
    }

    /**
     * Lets a message, which is an item of its thread from now on, and its run wait for their turn.
     *
     * @param conversation locked
     * @throws Failure RUN_QUEUE_FULL if as many as allowed wait in the thread already
     */
    void add(Conversation conversation, QueuedRun queued) {
        if (runs.waiting(conversation.id()).size() >= RunPolicy.MAXIMUM_WAITING) {
            throw new Failure(RunError.RUN_QUEUE_FULL, RunPolicy.MAXIMUM_WAITING);
        }
        runs.addQueued(queued);
        store(conversation, queued);
    }

    RunStream launch(Begun begun) {
        return engine.launch(begun, () -> startNext(begun.run().conversation()));
    }

    /** How many runs wait, on whatever node. */
    public long waiting() {
        return unitOfWork.read(runs::countWaiting);
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

    /** Makes the message an item, and lets who reads the run know that it waits. */
    private Appended store(Conversation before, QueuedRun queued) {
        Appended waiting = before.receiveWaiting(queued.message(), queued.run().createdAt());
        conversations.append(waiting);
        List<RunEvent> events =
                new ArrayList<>(TurnFactory.firstEvents(TurnTrigger.message(before, waiting), queued.options()));
        events.add(new RunEvent.Progress(null, localize(RunText.MESSAGE_WAITS.text(), queued)));
        log.append(List.of(new RunLog.Batch(queued.run().id(), 1, events)));
        return waiting;
    }

    private Taken take(Conversation conversation, QueuedRun queued) {
        // A message that a node of the previous version has taken in is no item yet.
        Appended waiting = conversations
                .findItem(conversation.id(), queued.message().id())
                .map(item -> new Appended(conversation, item))
                .orElseGet(() -> store(conversation, queued));
        return take(waiting.conversation(), (UserMessage) waiting.item(), queued);
    }

    /** A message that was taken in may be refused when its turn comes, such as in a thread that was closed. */
    private Taken take(Conversation conversation, UserMessage message, QueuedRun queued) {
        Instant now = clock.instant();
        long lastEvent = lastEvent(queued);
        Optional<Failure> refusal = refusal(conversation);
        if (refusal.isPresent()) {
            refuse(conversation.reached(message.sequence(), now), queued, refusal.get(), lastEvent, now);
            return new Taken(Optional.empty());
        }
        Run run = queued.run().begun(now);
        runs.begin(run, policy.node(), policy.lease());
        return new Taken(Optional.of(turns.resume(run, queued.options(), conversation, message, lastEvent, now)));
    }

    /** Why a message is not answered any more; a step that fails is no reason, for it may succeed later. */
    private Optional<Failure> refusal(Conversation conversation) {
        try {
            quota.check(conversation.owner());
            conversation.checkOpen();
            return Optional.empty();
        } catch (SystemFailure e) {
            throw e;
        } catch (Failure refusal) {
            return Optional.of(refusal);
        }
    }

    /** Who reads the thread later is told as well as who waits. */
    private void refuse(Conversation reached, QueuedRun queued, Failure refusal, long lastEvent, Instant now) {
        String text = localize(refusal.words(), queued);
        Appended note = reached.append(new AssistantMessage(ids.message(), 0, List.of(new OutputText(text)), now), now);
        conversations.append(note);
        runs.save(queued.run().failed(refusal.code(), now));
        List<RunEvent> events = List.of(new RunEvent.ItemDone(note.item()), new RunEvent.Failed(true, text, false));
        log.append(List.of(new RunLog.Batch(queued.run().id(), lastEvent + 1, events)));
    }

    private long lastEvent(QueuedRun queued) {
        RunId run = queued.run().id();
        return Optional.ofNullable(log.read(Map.of(run, 0L), RunStreams.PAGE).get(run))
                .filter(tail -> !tail.events().isEmpty())
                .map(tail -> tail.events().getLast().sequence())
                .orElse(0L);
    }

    private static String localize(LocalizedText text, QueuedRun queued) {
        return Language.of(queued.options().locale()).localize(text);
    }

    private enum Next {
        NONE,
        BEGUN,
        REFUSED
    }

    private record Taken(Optional<Begun> begun) {}
}
