package dev.parley.application.task;

import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskFilter;
import dev.parley.domain.task.TaskId;
import dev.parley.domain.task.TaskRepository;
import java.util.List;

/** Reads what a stored list of tasks shows, as it is now, inside the unit of work that writes the list anew. */
@UseCase
public final class ReadListedTasks {

    private final TaskRepository tasks;

    public ReadListedTasks(TaskRepository tasks) {
        this.tasks = tasks;
    }

    /**
     * The tasks of a list.
     *
     * @param shown those that the list shows
     * @param filter those that it is of
     */
    public ListedTasks read(AccountId owner, List<TaskId> shown, TaskFilter filter) {
        return new ListedTasks(tasks.find(owner, shown), tasks.countOthers(owner, filter, shown));
    }

    /**
     * What a list shows.
     *
     * @param tasks those that are still there, in no order
     * @param others how many more the list's filter lets through
     */
    public record ListedTasks(List<Task> tasks, int others) {}
}
