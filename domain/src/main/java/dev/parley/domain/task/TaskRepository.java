package dev.parley.domain.task;

import dev.parley.domain.account.AccountId;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.Page;
import dev.parley.domain.shared.PageRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Keeps tasks, each for its owner alone. Every method needs a unit of work. */
public interface TaskRepository {

    /**
     * Adds a new task, and its owner's account where this is the first thing it owns. However many units add at the same
     * time, the owner never has more than the maximum.
     *
     * @throws Failure TASK_LIMIT if the owner has the maximum already
     */
    void add(Task task, int maximumPerOwner);

    /** The owner's task with this id. */
    Optional<Task> find(AccountId owner, TaskId id);

    /** Those of the tasks that there are, of this owner, in no order. */
    List<Task> find(AccountId owner, List<TaskId> ids);

    /** The owner's task with this id, which no other unit can lock, change or delete until this one ends. */
    Optional<Task> lock(AccountId owner, TaskId id);

    /** Overwrites a task that this unit has locked; its owner and its creation stay as they are. */
    void save(Task task);

    /**
     * A page of an owner's tasks.
     *
     * @param request may begin after a task that the filter does not let through, and after one that has been deleted, of
     *     which the place where it stood counts; behind one that the owner never had there is nothing
     */
    Page<Task> list(AccountId owner, TaskFilter filter, TaskOrder order, PageRequest<TaskId> request);

    /** How many of an owner's tasks the filter lets through, some tasks aside. */
    int countOthers(AccountId owner, TaskFilter filter, List<TaskId> besides);

    /** The tags of an owner's tasks, the most used first and then by code points. */
    List<TagCount> tags(AccountId owner);

    /** Deletes a task that this unit has locked. */
    void delete(Task task);

    /**
     * Forgets where tasks stood that were deleted longer ago than this, the oldest first.
     *
     * @return how many were forgotten, at most the maximum
     */
    int forgetDeleted(Duration age, int maximum);
}
