package dev.parley.application.task;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.shared.Page;
import dev.parley.domain.shared.PageRequest;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskFilter;
import dev.parley.domain.task.TaskId;
import dev.parley.domain.task.TaskOrder;
import dev.parley.domain.task.TaskRepository;

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

    /** A page of tasks. */
    public Page<Task> list(AccountId owner, TaskFilter filter, TaskOrder order, PageRequest<TaskId> request) {
        return unitOfWork.read(() -> tasks.list(owner, filter, order, request));
    }
}
