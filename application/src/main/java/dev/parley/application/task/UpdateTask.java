package dev.parley.application.task;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskChange;
import dev.parley.domain.task.TaskError;
import dev.parley.domain.task.TaskId;
import dev.parley.domain.task.TaskRepository;
import java.time.InstantSource;

/** Changes what a task says. */
@UseCase
public final class UpdateTask {

    private final UnitOfWork unitOfWork;
    private final TaskRepository tasks;
    private final InstantSource clock;

    public UpdateTask(UnitOfWork unitOfWork, TaskRepository tasks, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * Changes a task.
     *
     * @return the task afterwards, committed
     * @throws Failure TASK_NOT_FOUND if the owner has none with this id
     */
    public Task update(AccountId owner, TaskId id, TaskChange change) {
        return unitOfWork.execute(() -> {
            Task changed = tasks.lock(owner, id)
                    .orElseThrow(() -> new Failure(TaskError.TASK_NOT_FOUND))
                    .changed(change, clock.instant());
            tasks.save(changed);
            return changed;
        });
    }
}
