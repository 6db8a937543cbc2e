package dev.parley.domain.item;

import java.time.Instant;

/** A single step of the assistant's work. */
public record TaskItem(ItemId id, long sequence, WorkflowTask task, Instant createdAt) implements Item {

    @Override
    public TaskItem at(long place) {
        return new TaskItem(id, place, task, createdAt);
    }
}
