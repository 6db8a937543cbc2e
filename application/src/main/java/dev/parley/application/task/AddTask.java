package dev.parley.application.task;

import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskContent;
import dev.parley.domain.task.TaskRepository;
import java.time.InstantSource;

/** Adds a task. */
public final class AddTask {

    private final UnitOfWork unitOfWork;
    private final TaskRepository tasks;
    private final IdGenerator ids;
    private final InstantSource clock;

    /** Makes the use case from its ports. */
    public AddTask(UnitOfWork unitOfWork, TaskRepository tasks, IdGenerator ids, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.tasks = tasks;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Adds a task; when this returns it is committed.
     *
     * @throws dev.parley.domain.task.TaskLimitReached if the owner has as many as allowed
     */
    public Task add(AccountId owner, TaskContent content) {
        Task task = Task.start(ids.task(), owner, content, clock.instant());
        unitOfWork.run(() -> tasks.add(task, Task.MAXIMUM_PER_OWNER));
        return task;
    }
}
