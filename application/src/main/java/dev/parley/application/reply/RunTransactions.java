package dev.parley.application.reply;

import static java.util.Objects.requireNonNull;

import dev.parley.application.assistant.ItemChange;
import dev.parley.application.event.RunEvent;
import dev.parley.application.event.RunLog;
import dev.parley.application.event.RunLogAppender;
import dev.parley.application.event.RunLogAppender.Outcome;
import dev.parley.application.event.RunLogAppender.Result;
import dev.parley.application.event.RunStream;
import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversation.Appended;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.ToolCall;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunRepository;
import dev.parley.domain.run.Usage;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.usage.RunUsage;
import dev.parley.domain.usage.UsageRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a run writes: each finished item and its end, each in a unit of its own together with the events that tell of it, and
 * only while the run is running and this node's. A database that is away is waited for.
 */
@UseCase
public final class RunTransactions {

    /** How long a run waits for a database that is away. */
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final RetryPolicy retryPolicy = new RetryPolicy(TIMEOUT);
    private final UnitOfWork unitOfWork;
    private final ConversationRepository conversations;
    private final RunRepository runs;
    private final UsageRepository usages;
    private final ThreadChanges changes;
    private final RunLogAppender log;
    private final IdGenerator ids;
    private final InstantSource clock;

    public RunTransactions(
            UnitOfWork unitOfWork,
            ConversationRepository conversations,
            RunRepository runs,
            UsageRepository usages,
            RunLog log,
            IdGenerator ids,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.conversations = conversations;
        this.runs = runs;
        this.usages = usages;
        this.changes = new ThreadChanges(conversations, clock);
        this.log = new RunLogAppender(log);
        this.ids = ids;
        this.clock = clock;
    }

    /** Waits for no database any more. */
    public void giveUp() {
        retryPolicy.giveUp();
    }

    public ItemId newId(ItemId.Prefix prefix) {
        return ids.item(prefix);
    }

    public Instant now() {
        return clock.instant();
    }

    /**
     * Commits items and tells them.
     *
     * @param before what is told before them
     * @return the items at their places; empty if the run is not this node's any longer
     */
    Optional<List<Item>> commit(Run run, RunStream stream, List<Item> drafts, List<RunEvent> before) {
        return write(stream, () -> change(run, stream, conversation -> changes.append(conversation, drafts, before)))
                .map(RunTransactions::done);
    }

    /**
     * Changes an item, and tells it.
     *
     * @return the events, none where the thread has no such item; empty if the run is not this node's any longer
     */
    Optional<List<RunEvent>> change(Run run, RunStream stream, ItemChange change) {
        return write(stream, () -> change(run, stream, conversation -> changes.change(conversation, change)));
    }

    /**
     * Deletes an item, and tells it.
     *
     * @return false if the run is not this node's any longer
     * @throws Failure ITEM_NOT_FOUND if the thread has no such item
     */
    boolean remove(Run run, RunStream stream, ItemId id) {
        return write(stream, () -> change(run, stream, conversation -> changes.remove(conversation, id)))
                .isPresent();
    }

    /** Commits a change of the conversation itself, and tells it; false if the run is not this node's any longer. */
    boolean update(Run run, RunStream stream, UnaryOperator<Conversation> change) {
        return write(stream, () -> change(run, stream, conversation -> changes.update(change.apply(conversation))))
                .isPresent();
    }

    /** Commits what a tool has returned; false if the run is not this node's any longer. */
    boolean commitOutcome(Run run, RunStream stream, ToolCall returned) {
        return write(stream, () -> outcome(run, stream, returned)).isPresent();
    }

    /**
     * Commits the run's end, and what it cost, if anything; then tells what is to be told last.
     *
     * @param end makes the ended run
     * @param note what the assistant is to know the next time; null for nothing
     * @return false if the run is not this node's any longer
     */
    public boolean finish(
            Run run,
            RunStream stream,
            BiFunction<Run, Instant, Run> end,
            AccountId owner,
            @Nullable Usage usage,
            @Nullable Item note,
            List<RunEvent> last) {
        Run ended = end.apply(run, clock.instant());
        return write(stream, () -> finish(ended, stream, owner, usage, note, last))
                .isPresent();
    }

    /** A unit that writes the stream's log; what it returns is told once it is committed. */
    private Optional<List<RunEvent>> write(RunStream stream, Supplier<Optional<List<RunEvent>>> unit) {
        stream.logging().lock();
        try {
            Optional<List<RunEvent>> events = retryPolicy.retry(() -> unitOfWork.execute(unit));
            events.ifPresent(stream::publishLogged);
            return events;
        } finally {
            stream.logging().unlock();
        }
    }

    /** What is told is logged first: where it is there already, an earlier try of the same unit has made the change. */
    private Optional<List<RunEvent>> change(Run run, RunStream stream, Function<Conversation, ThreadChange> make) {
        Optional<Conversation> conversation = conversations.lock(run.conversation());
        if (conversation.isEmpty() || runs.lockRunning(run.id()).isEmpty()) {
            return Optional.empty();
        }
        ThreadChange change = make.apply(conversation.get());
        Result result = log.append(stream, change.events());
        if (result.outcome() == Outcome.APPENDED) {
            change.write().run();
        }
        return eventsOf(result);
    }

    private Optional<List<RunEvent>> outcome(Run run, RunStream stream, ToolCall returned) {
        if (conversations.lock(run.conversation()).isEmpty()
                || runs.lockRunning(run.id()).isEmpty()) {
            return Optional.empty();
        }
        conversations.save(run.conversation(), returned);
        return eventsOf(log.append(stream, List.of()));
    }

    private Optional<List<RunEvent>> finish(
            Run ended,
            RunStream stream,
            AccountId owner,
            @Nullable Usage usage,
            @Nullable Item note,
            List<RunEvent> last) {
        Optional<Conversation> conversation =
                note == null ? Optional.empty() : conversations.lock(ended.conversation());
        if (runs.lockRunning(ended.id()).isEmpty()) {
            boolean isDone = runs.find(ended.id()).filter(ended::equals).isPresent();
            return isDone ? Optional.of(log.findOut(stream).events()) : Optional.empty();
        }
        Optional<Appended> noted = conversation.map(open -> open.append(requireNonNull(note), now()));
        List<RunEvent> events = new ArrayList<>(last);
        noted.ifPresent(appended -> events.addFirst(new RunEvent.ItemDone(appended.item())));
        Result result = log.append(stream, events);
        if (result.outcome() == Outcome.APPENDED) {
            noted.ifPresent(conversations::append);
            runs.save(ended);
            if (usage != null) {
                usages.add(new RunUsage(ended.id(), owner, now(), usage));
            }
        }
        return eventsOf(result);
    }

    private static Optional<List<RunEvent>> eventsOf(Result result) {
        return result.outcome() == Outcome.FENCED_OFF ? Optional.empty() : Optional.of(result.events());
    }

    private static List<Item> done(List<RunEvent> events) {
        return events.stream()
                .filter(RunEvent.ItemDone.class::isInstance)
                .map(event -> ((RunEvent.ItemDone) event).item())
                .toList();
    }
}
