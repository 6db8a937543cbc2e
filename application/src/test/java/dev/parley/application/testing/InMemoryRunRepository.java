package dev.parley.application.testing;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunId;
import dev.parley.domain.run.RunInProgress;
import dev.parley.domain.run.RunRepository;
import dev.parley.domain.run.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Runs in memory. */
public final class InMemoryRunRepository implements RunRepository {

    private final InMemoryStore store;
    private final InstantSource clock;

    /** Makes a repository over a store, whose leases go by the clock. */
    public InMemoryRunRepository(InMemoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void add(Run run, Duration lease) {
        interrupt(other -> other.conversation().equals(run.conversation()) && isExpired(other), run.startedAt());
        running(run.conversation()).ifPresent(active -> {
            throw new RunInProgress(active.id());
        });
        store.tables().runs.put(run.id(), run);
        store.tables().leases.put(run.id(), clock.instant().plus(lease));
    }

    @Override
    public Optional<Run> find(RunId id) {
        return Optional.ofNullable(store.tables().runs.get(id));
    }

    @Override
    public Optional<Run> lockRunning(RunId id) {
        return find(id).filter(InMemoryRunRepository::isRunning);
    }

    @Override
    public void save(Run run) {
        store.tables().runs.replace(run.id(), run);
    }

    @Override
    public void renewLeases(Set<RunId> runs, Duration lease) {
        runs.forEach(id -> store.tables().leases.replace(id, clock.instant().plus(lease)));
    }

    @Override
    public int interruptExpired(Instant now) {
        return interrupt(this::isExpired, now);
    }

    @Override
    public int interruptAll(Instant now) {
        return interrupt(run -> true, now);
    }

    private int interrupt(Predicate<Run> which, Instant now) {
        List<Run> interrupted = store.tables().runs.values().stream()
                .filter(InMemoryRunRepository::isRunning)
                .filter(which)
                .toList();
        interrupted.forEach(run -> save(run.interrupted(now)));
        return interrupted.size();
    }

    private Optional<Run> running(ConversationId conversation) {
        return store.tables().runs.values().stream()
                .filter(run -> run.conversation().equals(conversation) && isRunning(run))
                .findAny();
    }

    private boolean isExpired(Run run) {
        Instant lease = store.tables().leases.get(run.id());
        return lease == null || lease.isBefore(clock.instant());
    }

    private static boolean isRunning(Run run) {
        return run.status() == RunStatus.RUNNING;
    }
}
