package dev.parley.domain.item;

import java.time.Instant;

/** The assistant's work, step by step. */
public record WorkflowItem(ItemId id, long sequence, Workflow workflow, Instant createdAt) implements Item {

    @Override
    public WorkflowItem at(long place) {
        return new WorkflowItem(id, place, workflow, createdAt);
    }
}
