package dev.parley.application.testing;

import dev.parley.application.event.RunEvent;
import dev.parley.application.event.RunLog;
import dev.parley.application.event.SequencedEvent;
import dev.parley.application.testing.InMemoryStore.Tables;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunId;
import dev.parley.domain.shared.PageLimit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The events of runs in memory. Nobody is woken up: readers look again by themselves. */
public final class InMemoryRunLog implements RunLog {

    private final InMemoryStore store;

    /** Makes a log over a store. */
    public InMemoryRunLog(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Set<RunId> append(List<Batch> batches) {
        return batches.stream()
                .filter(batch -> !isAdded(batch))
                .map(Batch::run)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean takeOver(Batch batch) {
        boolean isAdded = isAdded(batch);
        if (isAdded) {
            store.tables().takenOver.put(batch.run(), batch.first());
        }
        return isAdded;
    }

    @Override
    public Map<RunId, Tail> read(Map<RunId, Long> positions, PageLimit limit) {
        Map<RunId, Tail> tails = new HashMap<>();
        positions.forEach((id, position) -> {
            Run run = store.tables().runs.get(id);
            if (run != null) {
                tails.put(id, tail(run, position, limit));
            }
        });
        return tails;
    }

    @Override
    public int prune(Instant before, int maximum) {
        Tables tables = store.tables();
        List<RunId> old = tables.runs.values().stream()
                .filter(run -> run.finishedAt() != null && run.finishedAt().isBefore(before))
                .filter(run -> !tables.pruned.contains(run.id()))
                .sorted(Comparator.comparing(run -> Objects.requireNonNull(run.finishedAt())))
                .limit(maximum)
                .map(Run::id)
                .toList();
        old.forEach(tables.log::remove);
        tables.pruned.addAll(old);
        return old.size();
    }

    private boolean isAdded(Batch batch) {
        Tables tables = store.tables();
        return tables.runs.containsKey(batch.run())
                && !tables.pruned.contains(batch.run())
                && tables.log
                                .computeIfAbsent(batch.run(), id -> new TreeMap<>())
                                .putIfAbsent(batch.first(), batch.events())
                        == null;
    }

    private Tail tail(Run run, long position, PageLimit limit) {
        long takenOverFrom = store.tables().takenOver.getOrDefault(run.id(), 0L);
        List<SequencedEvent> events = new ArrayList<>();
        boolean isLast = true;
        long bytes = 0;
        for (Map.Entry<Long, List<RunEvent>> batch : batches(run.id()).entrySet()) {
            if (batch.getKey() + batch.getValue().size() <= position + 1) {
                continue;
            }
            bytes += batch.getValue().toString().length();
            if (isLast && (events.isEmpty() || (events.size() < limit.entries() && bytes <= limit.bytes()))) {
                addBehind(position, batch, takenOverFrom, events);
            } else {
                isLast = false;
            }
        }
        return new Tail(events, takenOverFrom, state(run, isLast), !isLast);
    }

    private Map<Long, List<RunEvent>> batches(RunId run) {
        return store.tables().log.getOrDefault(run, Map.of());
    }

    private static void addBehind(
            long position, Map.Entry<Long, List<RunEvent>> batch, long takenOverFrom, List<SequencedEvent> events) {
        long sequence = batch.getKey();
        for (RunEvent event : batch.getValue()) {
            if (sequence > position) {
                boolean isTakenOver = takenOverFrom > 0 && sequence >= takenOverFrom;
                events.add(new SequencedEvent(sequence, isTakenOver, event));
            }
            sequence++;
        }
    }

    private State state(Run run, boolean isLast) {
        if (store.tables().pruned.contains(run.id())) {
            return State.PRUNED;
        }
        return switch (run.status()) {
            case QUEUED -> State.WAITING;
            case RUNNING -> State.OPEN;
            case COMPLETED, FAILED, CANCELLED, INTERRUPTED -> isLast ? State.ENDED : State.OPEN;
        };
    }
}
