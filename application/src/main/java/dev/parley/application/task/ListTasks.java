package dev.parley.application.task;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.PageSize;
import dev.parley.domain.task.TaskFilter;
import dev.parley.domain.task.TaskId;
import dev.parley.domain.task.TaskOrder;
import dev.parley.domain.task.TaskPage;
import dev.parley.domain.task.TaskRepository;
import org.jspecify.annotations.Nullable;

/** Lists an owner's tasks, a page at a time. */
@UseCase
public final class ListTasks {

    /** How many tasks are on a page where no number is asked for. */
    public static final int USUAL_PAGE = 50;

    private final UnitOfWork unitOfWork;
    private final TaskRepository tasks;

    public ListTasks(UnitOfWork unitOfWork, TaskRepository tasks) {
        this.unitOfWork = unitOfWork;
        this.tasks = tasks;
    }

    /**
     * A page of tasks.
     *
     * @param after the last task of the page before; null for the first page
     * @throws InvalidRequest if the limit is not from 1 to 100
     * @throws dev.parley.domain.task.UnknownTaskCursor if the owner has no task {@code after}
     */
    public TaskPage list(AccountId owner, TaskFilter filter, TaskOrder order, int limit, @Nullable TaskId after) {
        PageSize.checked(limit);
        return unitOfWork.read(() -> tasks.list(owner, filter, order, limit, after));
    }
}
