package dev.parley.application.run;

import dev.parley.application.event.RunEvent;
import dev.parley.application.event.RunLog;
import dev.parley.application.event.RunLog.Tail;
import dev.parley.application.event.RunOutcome;
import dev.parley.application.event.RunStreams;
import dev.parley.application.event.SequencedEvent;
import dev.parley.application.reply.OpenItemsProjection;
import dev.parley.application.reply.PartialReply;
import dev.parley.application.shared.IdGenerator;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversation.Appended;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Ends a run in place of the node that ran it: what its log has of a message becomes an item, and its readers are told.
 * Inside a unit that has locked conversation and run.
 */
final class RunTakeover {

    private final ConversationRepository conversations;
    private final RunRepository runs;
    private final RunLog log;
    private final IdGenerator ids;
    private final InstantSource clock;

    RunTakeover(
            ConversationRepository conversations,
            RunRepository runs,
            RunLog log,
            IdGenerator ids,
            InstantSource clock) {
        this.conversations = conversations;
        this.runs = runs;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Ends the run. Whoever commits the unit measures it then.
     */
    TakenOver end(Conversation conversation, Run run) {
        Instant now = clock.instant();
        RunOutcome end = runs.isCancelRequested(run.id())
                ? new RunOutcome.Cancelled(ids.item(ItemId.Prefix.HIDDEN), now)
                : new RunOutcome.Interrupted();
        Closing closing = closing(conversation, run, end, now);
        // A node that is only slow may write until this unit's batch takes its place.
        while (!log.takeOver(closing.batch())) {
            closing = closing(conversation, run, end, now);
        }
        closing.appended().forEach(conversations::append);
        Run ended = end.of(run, now);
        runs.save(ended);
        return new TakenOver(closing.conversation(conversation), ended);
    }

    private Closing closing(Conversation conversation, Run run, RunOutcome end, Instant now) {
        OpenItemsProjection unfinished = new OpenItemsProjection();
        long last = replay(run, unfinished);
        PartialReply partialReply = PartialReply.of(unfinished.items());
        List<Item> kept = new ArrayList<>(partialReply.kept());
        Item note = end.note();
        if (note != null) {
            kept.add(note);
        }
        List<Appended> appended = appended(conversation, kept, now);
        // What clients are told comes first: the first event tells them from where on they have seen what is lost. The
        // one
        // that is never left out keeps a slow node from writing on.
        List<RunEvent> events = new ArrayList<>(partialReply.events());
        events.addAll(done(appended, Item::isVisible));
        events.add(RunOutcome.CUT_OFF);
        events.addAll(done(appended, item -> !item.isVisible()));
        return new Closing(new RunLog.Batch(run.id(), last + 1, events), appended);
    }

    /** Reads the run's log part by part; returns the sequence of its last event. */
    private long replay(Run run, OpenItemsProjection unfinished) {
        long last = 0;
        Tail tail;
        do {
            tail = log.read(Map.of(run.id(), last), RunStreams.PAGE).get(run.id());
            for (SequencedEvent event : tail == null ? List.<SequencedEvent>of() : tail.events()) {
                unfinished.take(event.event());
                last = event.sequence();
            }
        } while (tail != null && tail.hasMore());
        return last;
    }

    private static List<Appended> appended(Conversation before, List<Item> items, Instant now) {
        List<Appended> appended = new ArrayList<>();
        Conversation current = before;
        for (Item item : items) {
            Appended next = current.append(item, now);
            current = next.conversation();
            appended.add(next);
        }
        return appended;
    }

    private static List<RunEvent> done(List<Appended> appended, Predicate<Item> which) {
        return appended.stream()
                .map(Appended::item)
                .filter(which)
                .<RunEvent>map(RunEvent.ItemDone::new)
                .toList();
    }

    /** An ended run, and its conversation afterwards. */
    record TakenOver(Conversation conversation, Run run) {

        /** Measures it; where its first text was is not known any more. */
        void measure(RunMeter meter) {
            Instant begin = run.startedAt();
            Instant end = run.finishedAt();
            if (begin != null && end != null) {
                meter.ended(run.status(), Duration.between(begin, end), null);
            }
        }
    }

    private record Closing(RunLog.Batch batch, List<Appended> appended) {

        Conversation conversation(Conversation before) {
            return appended.isEmpty() ? before : appended.getLast().conversation();
        }
    }
}
