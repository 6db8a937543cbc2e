package dev.parley.application.task;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskError;
import dev.parley.domain.task.TaskId;
import dev.parley.domain.task.TaskRepository;
import java.time.InstantSource;
import java.util.function.Predicate;

/** Notes that a task is done, or is to be done again. */
@UseCase
public final class CompleteTask {

    private final UnitOfWork unitOfWork;
    private final TaskRepository tasks;
    private final InstantSource clock;

    public CompleteTask(UnitOfWork unitOfWork, TaskRepository tasks, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * Notes whether a task is done.
     *
     * @return the task afterwards, committed
     * @throws Failure TASK_NOT_FOUND if the owner has none with this id
     */
    public Task complete(AccountId owner, TaskId id, boolean done) {
        return complete(owner, id, task -> done);
    }

    /**
     * Notes that a task is done, or, where it was, that it is not.
     *
     * @return the task afterwards, committed
     * @throws Failure TASK_NOT_FOUND if the owner has none with this id
     */
    public Task toggle(AccountId owner, TaskId id) {
        return complete(owner, id, task -> !task.completed());
    }

    private Task complete(AccountId owner, TaskId id, Predicate<Task> done) {
        return unitOfWork.execute(() -> {
            Task before = tasks.lock(owner, id).orElseThrow(() -> new Failure(TaskError.TASK_NOT_FOUND));
            Task after = before.completed(done.test(before), clock.instant());
            tasks.save(after);
            return after;
        });
    }
}
