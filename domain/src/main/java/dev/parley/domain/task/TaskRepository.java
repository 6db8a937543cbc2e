package dev.parley.domain.task;

import dev.parley.domain.account.AccountId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps tasks, each for its owner alone. Every method needs a unit of work. */
public interface TaskRepository {

    /**
     * Adds a new task, and its owner's account where this is the first thing it owns. However many units add at the same
     * time, the owner never has more than the maximum.
     *
     * @throws TaskLimitReached if the owner has the maximum already
     */
    void add(Task task, int maximumPerOwner);

    /** The owner's task with this id. */
    Optional<Task> find(AccountId owner, TaskId id);

    /** The owner's task with this id, which no other unit can lock, change or delete until this one ends. */
    Optional<Task> lock(AccountId owner, TaskId id);

    /** Overwrites a task that this unit has locked; its owner and its creation stay as they are. */
    void save(Task task);

    /**
     * A page of an owner's tasks.
     *
     * @param limit at least 1
     * @param after the task that the page begins behind, whether the filter lets it through or not; null for the first page
     * @throws UnknownTaskCursor if the owner has no task {@code after}
     */
    TaskPage list(AccountId owner, TaskFilter filter, TaskOrder order, int limit, @Nullable TaskId after);

    /** The tags of an owner's tasks, the most used first and then by code points. */
    List<TagCount> tags(AccountId owner);

    /** Deletes a task that this unit has locked. */
    void delete(Task task);
}
