package dev.parley.application.task;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskError;
import dev.parley.domain.task.TaskId;
import dev.parley.domain.task.TaskRepository;

/** Deletes a task. */
@UseCase
public final class DeleteTask {

    private final UnitOfWork unitOfWork;
    private final TaskRepository tasks;

    public DeleteTask(UnitOfWork unitOfWork, TaskRepository tasks) {
        this.unitOfWork = unitOfWork;
        this.tasks = tasks;
    }

    /**
     * Deletes a task.
     *
     * @return the task as it was
     * @throws Failure TASK_NOT_FOUND if the owner has none with this id
     */
    public Task delete(AccountId owner, TaskId id) {
        return unitOfWork.execute(() -> {
            Task task = tasks.lock(owner, id).orElseThrow(() -> new Failure(TaskError.TASK_NOT_FOUND));
            tasks.delete(task);
            return task;
        });
    }
}
