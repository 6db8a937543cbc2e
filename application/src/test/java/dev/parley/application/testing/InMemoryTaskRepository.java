package dev.parley.application.testing;

import static dev.parley.domain.shared.Text.withoutCase;

import dev.parley.application.testing.InMemoryStore.Deleted;
import dev.parley.application.testing.InMemoryStore.Tables;
import dev.parley.domain.account.Account;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.Page;
import dev.parley.domain.shared.PageRequest;
import dev.parley.domain.task.Direction;
import dev.parley.domain.task.TagCount;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskContent;
import dev.parley.domain.task.TaskError;
import dev.parley.domain.task.TaskFilter;
import dev.parley.domain.task.TaskId;
import dev.parley.domain.task.TaskOrder;
import dev.parley.domain.task.TaskRepository;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tasks in memory. */
public final class InMemoryTaskRepository implements TaskRepository {

    private static final Comparator<TagCount> MOST_USED_FIRST =
            Comparator.comparingInt(TagCount::count).reversed().thenComparing(TagCount::tag);

    private final InMemoryStore store;

    /** Makes a repository over a store. */
    public InMemoryTaskRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void add(Task task, int maximumPerOwner) {
        Tables tables = store.tables();
        if (ofOwner(task.owner()).count() >= maximumPerOwner) {
            throw new Failure(TaskError.TASK_LIMIT, maximumPerOwner);
        }
        tables.accounts.putIfAbsent(task.owner(), new Account(task.owner(), null, task.createdAt()));
        tables.tasks.put(task.id(), task);
    }

    @Override
    public Optional<Task> find(AccountId owner, TaskId id) {
        return Optional.ofNullable(store.tables().tasks.get(id))
                .filter(task -> task.owner().equals(owner));
    }

    @Override
    public List<Task> find(AccountId owner, List<TaskId> ids) {
        return ids.stream().flatMap(id -> find(owner, id).stream()).toList();
    }

    @Override
    public Optional<Task> lock(AccountId owner, TaskId id) {
        return find(owner, id);
    }

    @Override
    public void save(Task task) {
        store.tables().tasks.replace(task.id(), task);
    }

    @Override
    public Page<Task> list(AccountId owner, TaskFilter filter, TaskOrder order, PageRequest<TaskId> request) {
        List<Task> all =
                ofOwner(owner).filter(task -> letsThrough(filter, task)).toList();
        List<Task> rest = after(owner, all, comparator(order), request.after());
        return new Page<>(request.page(rest).entries(), all.size(), rest.size() > request.limit());
    }

    @Override
    public int countOthers(AccountId owner, TaskFilter filter, List<TaskId> besides) {
        return (int) ofOwner(owner)
                .filter(task -> letsThrough(filter, task) && !besides.contains(task.id()))
                .count();
    }

    @Override
    public List<TagCount> tags(AccountId owner) {
        Map<String, List<String>> spellings = ofOwner(owner)
                .flatMap(task -> task.content().tags().values().stream())
                .sorted()
                .collect(Collectors.groupingBy(tag -> withoutCase(tag), TreeMap::new, Collectors.toList()));
        return spellings.values().stream()
                .map(tags -> new TagCount(tags.getFirst(), tags.size()))
                .sorted(MOST_USED_FIRST)
                .toList();
    }

    @Override
    public void delete(Task task) {
        store.tables().tasks.remove(task.id());
        store.tables().deletedTasks.put(task.id(), store.deleted(task));
    }

    @Override
    public int forgetDeleted(Duration age, int maximum) {
        return store.forget(store.tables().deletedTasks, age, maximum);
    }

    private Stream<Task> ofOwner(AccountId owner) {
        return store.tables().tasks.values().stream()
                .filter(task -> task.owner().equals(owner));
    }

    private List<Task> after(AccountId owner, List<Task> all, Comparator<Task> order, @Nullable TaskId after) {
        Stream<Task> rest = all.stream();
        if (after != null) {
            Optional<Task> last = find(owner, after).or(() -> findDeleted(owner, after));
            rest = rest.filter(task -> last.isPresent() && order.compare(task, last.get()) > 0);
        }
        return rest.sorted(order).toList();
    }

    private Optional<Task> findDeleted(AccountId owner, TaskId id) {
        return Optional.ofNullable(store.tables().deletedTasks.get(id))
                .map(Deleted::entry)
                .filter(task -> task.owner().equals(owner));
    }

    private static boolean letsThrough(TaskFilter filter, Task task) {
        TaskContent content = task.content();
        boolean isOfStatus = switch (filter.status()) {
            case ALL -> true;
            case PENDING -> !task.completed();
            case COMPLETED -> task.completed();
        };
        return isOfStatus
                && (filter.priority() == null || filter.priority() == content.priority())
                && (filter.tag() == null || has(content, filter.tag()))
                && (filter.search() == null || says(content, filter.search()));
    }

    private static boolean has(TaskContent content, String wanted) {
        return content.tags().values().stream().anyMatch(tag -> withoutCase(tag).equals(withoutCase(wanted)));
    }

    private static boolean says(TaskContent content, String search) {
        return withoutCase(content.title().value()).contains(withoutCase(search))
                || withoutCase(content.description().value()).contains(withoutCase(search));
    }

    private static Comparator<Task> comparator(TaskOrder order) {
        Comparator<Task> ascending = switch (order.sort()) {
            case CREATED -> Comparator.comparing(Task::createdAt);
            case UPDATED -> Comparator.comparing(Task::updatedAt);
            case TITLE ->
                Comparator.comparing(task -> withoutCase(task.content().title().value()));
            case PRIORITY -> Comparator.comparing(task -> task.content().priority());
        };
        Comparator<Task> withoutTies = ascending.thenComparing(task -> task.id().toString());
        return order.direction() == Direction.ASC ? withoutTies : withoutTies.reversed();
    }
}
