package dev.parley.application.reply;

import dev.parley.application.assistant.AnswerTooLong;
import dev.parley.application.assistant.ItemChange;
import dev.parley.application.assistant.RunStopped;
import dev.parley.application.event.ItemUpdate;
import dev.parley.application.event.RunEvent;
import dev.parley.application.event.RunStream;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.ToolCall;
import dev.parley.domain.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a reply's parts tell and commit: only while the answer is wanted and has not ended, and only as much as Parley keeps.
 * Knows which items are open.
 */
final class ReplyOutput {

    /** The most UTF-16 units of all text of an answer, and of a single piece of JSON. */
    static final int MAXIMUM_LENGTH = 256 * 1024;

    /** The most UTF-16 units of all else that an answer tells, roughly. */
    private static final int MAXIMUM_SHOWN = 16 * 1024 * 1024;

    private final Run run;
    private final RunTransactions transactions;
    private final RunStream stream;
    private final CancellationToken cancellationToken;
    private final Map<ItemId, OpenItem> open = new LinkedHashMap<>();
    private final long begin = System.nanoTime();
    private @Nullable Duration firstToken;
    private long length;
    private long shown;
    private boolean isEnded;

    ReplyOutput(Run run, RunTransactions transactions, RunStream stream, CancellationToken cancellationToken) {
        this.run = run;
        this.transactions = transactions;
        this.stream = stream;
        this.cancellationToken = cancellationToken;
    }

    ItemId newId(ItemId.Prefix prefix) {
        return transactions.newId(prefix);
    }

    Instant now() {
        return transactions.now();
    }

    /**
     * Checks that the answer may go on.
     *
     * @throws RunStopped if nobody wants it any longer
     * @throws IllegalStateException if it has ended
     */
    void check() {
        if (cancellationToken.reason() != null || Thread.currentThread().isInterrupted()) {
            throw new RunStopped();
        }
        checkEnd();
    }

    /**
     * Checks that the answer has not ended.
     *
     * @throws IllegalStateException if it has
     */
    void checkEnd() {
        if (isEnded) {
            throw new IllegalStateException("the answer has ended with a call of a client's tool");
        }
    }

    /** From here on the answer does not go on. */
    void end() {
        isEnded = true;
    }

    /**
     * Counts text that is about to be emitted.
     *
     * @throws AnswerTooLong if it is too much
     */
    void countText(String text) {
        length += text.length();
        if (length > MAXIMUM_LENGTH) {
            throw new AnswerTooLong(MAXIMUM_LENGTH);
        }
    }

    /** Emits an event that is not stored. */
    void emit(RunEvent event) {
        count(event);
        stream.publish(event);
    }

    /** Emits text that {@link #countText} has counted. */
    void emitText(ItemId id, ItemUpdate.TextDelta delta) {
        if (firstToken == null) {
            firstToken = Duration.ofNanos(System.nanoTime() - begin);
        }
        stream.publish(new RunEvent.ItemUpdated(id, delta));
    }

    /** How long the first text took; null where there was none. */
    @Nullable Duration firstToken() {
        return firstToken;
    }

    /** Begins an item. */
    void begin(Item draft, OpenItem item) {
        emit(new RunEvent.ItemAdded(draft));
        open.put(draft.id(), item);
    }

    /** Changes an item that has begun. */
    void update(ItemId id, ItemUpdate update) {
        emit(new RunEvent.ItemUpdated(id, update));
    }

    /** Takes back an item that has begun. */
    void takeBack(ItemId id) {
        open.remove(id);
        stream.publish(new RunEvent.ItemRemoved(id));
    }

    /** Takes back an item if it is open, which cannot go on then; false if it is not. */
    boolean discard(ItemId id) {
        OpenItem item = open.get(id);
        if (item == null) {
            return false;
        }
        Item unused = item.cutShort(rest -> {});
        takeBack(unused.id());
        return true;
    }

    boolean isOpen(ItemId id) {
        return open.containsKey(id);
    }

    /** Commits a finished item. */
    Item commit(Item draft) {
        return commit(List.of(draft), List.of()).getFirst();
    }

    /**
     * Commits finished items, and tells something before.
     *
     * @throws RunStopped if the run is not this node's any longer
     */
    List<Item> commit(List<Item> drafts, List<RunEvent> before) {
        drafts.stream().filter(draft -> !isOpen(draft.id())).forEach(this::count);
        List<Item> committed = cancellationToken
                .shielded(() -> transactions.commit(run, stream, drafts, before))
                .orElseThrow(this::fencedOff);
        drafts.forEach(draft -> open.remove(draft.id()));
        return committed;
    }

    /** Commits what a tool has returned. */
    void commitOutcome(ToolCall returned) {
        whileOurs(() -> transactions.commitOutcome(run, stream, returned));
    }

    /** Changes an item, also for a run that is stopped; false if the thread has none with this id. */
    boolean change(ItemChange change) {
        ItemChange counted = new ItemChange(change.item(), before -> {
            Item after = change.change().apply(before);
            count(after);
            return after;
        });
        return !cancellationToken
                .shielded(() -> transactions.change(run, stream, counted))
                .orElseThrow(this::fencedOff)
                .isEmpty();
    }

    void remove(ItemId id) {
        whileOurs(() -> transactions.remove(run, stream, id));
    }

    void update(UnaryOperator<Conversation> change) {
        whileOurs(() -> transactions.update(run, stream, change));
    }

    /** Ends the items that are open as they are, because the answer is complete. */
    void finishOpen() {
        List.copyOf(open.values()).forEach(OpenItem::done);
    }

    /** Keeps of the items that are open what a run's end leaves of them. */
    void cutOpenShort() {
        List<RunEvent> events = new ArrayList<>();
        PartialReply partialReply = PartialReply.of(
                open.values().stream().map(item -> item.cutShort(events::add)).toList());
        events.addAll(partialReply.events());
        open.clear();
        if (!events.isEmpty()) {
            // Not published before it is logged, because the log may be what the run has failed for.
            whileOurs(() -> transactions
                    .commit(run, stream, List.copyOf(partialReply.kept()), events)
                    .isPresent());
        }
    }

    private void whileOurs(Supplier<Boolean> unit) {
        if (!cancellationToken.shielded(unit)) {
            throw fencedOff();
        }
    }

    private void count(Object event) {
        shown += event.toString().length();
        if (shown > MAXIMUM_SHOWN) {
            throw new AnswerTooLong(MAXIMUM_SHOWN);
        }
    }

    private RunStopped fencedOff() {
        cancellationToken.stop(CancellationToken.Reason.FENCED_OFF);
        return new RunStopped();
    }
}
