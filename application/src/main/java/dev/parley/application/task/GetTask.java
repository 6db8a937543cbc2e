package dev.parley.application.task;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskId;
import dev.parley.domain.task.TaskNotFound;
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
     * @throws TaskNotFound if the owner has none with this id
     */
    public Task get(AccountId owner, TaskId id) {
        return unitOfWork.read(() -> tasks.find(owner, id)).orElseThrow(TaskNotFound::new);
    }
}
