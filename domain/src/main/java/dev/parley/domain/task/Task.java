package dev.parley.domain.task;

import dev.parley.domain.account.AccountId;
import java.time.Instant;

/**
 * Something that a user wants to do.
 *
 * @param completed whether it is done
 * @param updatedAt when its content or its completion last changed
 */
public record Task(
        TaskId id, AccountId owner, TaskContent content, boolean completed, Instant createdAt, Instant updatedAt) {

    /** The most tasks that one user has at a time. */
    public static final int MAXIMUM_PER_OWNER = 1000;

    /** A new task, still to do. */
    public static Task start(TaskId id, AccountId owner, TaskContent content, Instant now) {
        return new Task(id, owner, content, false, now, now);
    }

    /** This task with other content. */
    public Task changed(TaskChange change, Instant now) {
        return new Task(id, owner, change.of(content), completed, createdAt, notBefore(now));
    }

    /** This task, done or to do again. */
    public Task completed(boolean done, Instant now) {
        return new Task(id, owner, content, done, createdAt, notBefore(now));
    }

    /** Clocks may go back; the order of tasks should not. */
    private Instant notBefore(Instant now) {
        return now.isBefore(updatedAt) ? updatedAt : now;
    }
}
