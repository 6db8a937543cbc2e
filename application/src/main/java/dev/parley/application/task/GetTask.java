package dev.parley.application.task;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskError;
import dev.parley.domain.task.TaskId;
import dev.parley.domain.task.TaskRepository;

/** Reads a task. */
@UseCase
public final class GetTask {

    private final UnitOfWork unitOfWork;
    private final TaskRepository tasks;

    public GetTask(UnitOfWork unitOfWork, TaskRepository tasks) {
        this.unitOfWork = unitOfWork;
        this.tasks = tasks;
    }

    /**
     * The task.
     *
     * @throws Failure TASK_NOT_FOUND if the owner has none with this id
     */
    public Task get(AccountId owner, TaskId id) {
        return unitOfWork.read(() -> tasks.find(owner, id)).orElseThrow(() -> new Failure(TaskError.TASK_NOT_FOUND));
    }
}
