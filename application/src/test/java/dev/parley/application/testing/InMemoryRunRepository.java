package dev.parley.application.testing;

import dev.parley.application.testing.InMemoryStore.Tables;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.run.Node;
import dev.parley.domain.run.QueuedRun;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunId;
import dev.parley.domain.run.RunReport;
import dev.parley.domain.run.RunRepository;
import dev.parley.domain.run.RunStatus;
import dev.parley.domain.shared.Page;
import dev.parley.domain.shared.PageRequest;
import dev.parley.domain.usage.RunUsage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs in memory. */
public final class InMemoryRunRepository implements RunRepository {

    private static final Comparator<Run> NEWEST_FIRST =
            Comparator.comparing((Run run) -> run.id().toString()).reversed();

    private final InMemoryStore store;
    private final InstantSource clock;

    /** Makes a repository over a store, whose leases go by the clock. */
    public InMemoryRunRepository(InMemoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public boolean add(Run run, Node node, Duration lease) {
        boolean isFree = of(run.conversation()).allMatch(other -> other.status().isEnd());
        if (isFree) {
            store.tables().runs.put(run.id(), run);
            lease(run.id(), node, lease);
        }
        return isFree;
    }

    @Override
    public void addQueued(QueuedRun queued) {
        store.tables().runs.put(queued.run().id(), queued.run());
        store.tables().queued.put(queued.run().id(), queued);
    }

    @Override
    public Optional<Run> find(RunId id) {
        return Optional.ofNullable(store.tables().runs.get(id));
    }

    @Override
    public Optional<RunReport> report(ConversationId conversation, RunId id) {
        return find(id).filter(run -> run.conversation().equals(conversation)).map(this::report);
    }

    @Override
    public Page<RunReport> list(ConversationId conversation, PageRequest<RunId> request) {
        List<Run> all = of(conversation).sorted(NEWEST_FIRST).toList();
        List<Run> rest = request.after() == null ? all : after(all, request.after());
        return request.page(rest.stream().map(this::report).toList());
    }

    @Override
    public Optional<Run> running(ConversationId conversation) {
        return of(conversation).filter(InMemoryRunRepository::isRunning).findAny();
    }

    @Override
    public List<RunId> waiting(ConversationId conversation) {
        return store.tables().queued.keySet().stream()
                .filter(id -> isIn(conversation, id))
                .toList();
    }

    @Override
    public Optional<QueuedRun> lockNext(ConversationId conversation) {
        Tables tables = store.tables();
        return running(conversation).isPresent()
                ? Optional.empty()
                : waiting(conversation).stream().findFirst().map(id -> row(tables.queued.get(id)));
    }

    @Override
    public void begin(Run run, Node node, Duration lease) {
        save(run);
        lease(run.id(), node, lease);
    }

    @Override
    public Optional<Run> lockRunning(RunId id) {
        return find(id).filter(InMemoryRunRepository::isRunning);
    }

    @Override
    public Optional<Run> lockQueued(RunId id) {
        return find(id).filter(run -> run.status() == RunStatus.QUEUED);
    }

    @Override
    public Optional<Run> lockAbandoned(ConversationId conversation) {
        return running(conversation).filter(this::isAbandoned);
    }

    @Override
    public Optional<Run> lockLeftOver(ConversationId conversation, Node node) {
        return running(conversation).filter(isLeftOverBy(node));
    }

    @Override
    public void save(Run run) {
        store.tables().runs.replace(run.id(), run);
        if (run.status() != RunStatus.QUEUED) {
            store.tables().queued.remove(run.id());
        }
    }

    @Override
    public void renewLeases(Set<RunId> runs, Duration lease) {
        Instant until = clock.instant().plus(lease);
        runs.forEach(id -> store.tables().leases.replace(id, until));
    }

    @Override
    public List<ConversationId> abandoned(int maximum) {
        return whereOneRuns(this::isAbandoned).limit(maximum).toList();
    }

    @Override
    public List<ConversationId> leftOver(Node node) {
        return whereOneRuns(isLeftOverBy(node)).toList();
    }

    @Override
    public long countWaiting() {
        return store.tables().runs.values().stream()
                .filter(run -> run.status() == RunStatus.QUEUED)
                .count();
    }

    @Override
    public List<ConversationId> stalled(int maximum) {
        Tables tables = store.tables();
        return tables.queued.keySet().stream()
                .map(id -> row(tables.runs.get(id)).conversation())
                .distinct()
                .filter(conversation -> running(conversation).isEmpty())
                .limit(maximum)
                .toList();
    }

    @Override
    public boolean requestCancel(RunId id, Instant now) {
        boolean isRunning = lockRunning(id).isPresent();
        if (isRunning) {
            store.tables().cancelRequests.add(id);
        }
        return isRunning;
    }

    @Override
    public Set<RunId> cancelRequested() {
        return store.tables().cancelRequests.stream()
                .filter(id -> lockRunning(id).isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean isCancelRequested(RunId id) {
        return store.tables().cancelRequests.contains(id);
    }

    private Stream<Run> of(ConversationId conversation) {
        return store.tables().runs.values().stream()
                .filter(run -> run.conversation().equals(conversation));
    }

    private boolean isIn(ConversationId conversation, RunId id) {
        return row(store.tables().runs.get(id)).conversation().equals(conversation);
    }

    private Stream<ConversationId> whereOneRuns(Predicate<Run> which) {
        return store.tables().runs.values().stream()
                .filter(InMemoryRunRepository::isRunning)
                .filter(which)
                .map(Run::conversation);
    }

    private void lease(RunId run, Node node, Duration lease) {
        store.tables().nodes.put(run, node);
        store.tables().leases.put(run, clock.instant().plus(lease));
    }

    private RunReport report(Run run) {
        RunUsage usage = store.tables().usages.get(run.id());
        return new RunReport(run, usage == null ? null : usage.usage());
    }

    private boolean isAbandoned(Run run) {
        Instant lease = store.tables().leases.get(run.id());
        return lease == null || lease.isBefore(clock.instant());
    }

    private Predicate<Run> isLeftOverBy(Node node) {
        return run -> {
            Node holder = store.tables().nodes.get(run.id());
            return holder != null
                    && holder.name().equals(node.name())
                    && !holder.start().equals(node.start());
        };
    }

    private static List<Run> after(List<Run> all, RunId after) {
        int index = all.stream().map(Run::id).toList().indexOf(after);
        return index < 0 ? List.of() : all.subList(index + 1, all.size());
    }

    private static boolean isRunning(Run run) {
        return run.status() == RunStatus.RUNNING;
    }

    private static <T> T row(@Nullable T row) {
        return Objects.requireNonNull(row);
    }
}
