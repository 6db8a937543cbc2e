package dev.parley.application.task;

import dev.parley.application.idempotency.Idempotency;
import dev.parley.application.idempotency.Outcome;
import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskContent;
import dev.parley.domain.task.TaskRepository;
import java.time.InstantSource;

/** Adds a task. */
@UseCase
public final class AddTask {

    private final UnitOfWork unitOfWork;
    private final TaskRepository tasks;
    private final IdGenerator ids;
    private final InstantSource clock;

    public AddTask(UnitOfWork unitOfWork, TaskRepository tasks, IdGenerator ids, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.tasks = tasks;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Adds a task; when this returns it is committed.
     *
     * @throws Failure TASK_LIMIT if the owner has as many as allowed
     */
    public Task add(AccountId owner, TaskContent content) {
        Task task = start(owner, content);
        unitOfWork.run(() -> add(task));
        return task;
    }

    /**
     * Adds a task, unless a request with the same key has added it; when this returns it is committed.
     *
     * @throws Failure TASK_LIMIT if the owner has as many as allowed
     * @throws Failure IDEMPOTENCY_KEY_IN_USE if a request with the same key is adding it
     * @throws Failure IDEMPOTENCY_KEY_REUSED if the key was used for another request
     */
    public Outcome<Task> add(AccountId owner, TaskContent content, Idempotency<Task> once) {
        Task task = start(owner, content);
        return unitOfWork.execute(() -> once.perform(() -> add(task)));
    }

    private Task start(AccountId owner, TaskContent content) {
        return Task.start(ids.task(), owner, content, clock.instant());
    }

    private Task add(Task task) {
        tasks.add(task, Task.MAXIMUM_PER_OWNER);
        return task;
    }
}
