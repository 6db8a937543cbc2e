package dev.parley.application.assistant;

import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.Workflow;
import dev.parley.domain.item.WorkflowTask;
import org.jspecify.annotations.Nullable;

/** Work that is being shown; see {@link Reply} for what its methods throw. */
public interface OpenWorkflow {

    /** The workflow's id. */
    ItemId id();

    /**
     * Adds a step.
     *
     * @return its index, to update it
     */
    int task(WorkflowTask task);

    /**
     * Changes a step.
     *
     * @return this
     * @throws IndexOutOfBoundsException if there is none at the index
     */
    OpenWorkflow update(int index, WorkflowTask task);

    /** Ends and commits the work without a summary. Done a second time, it does nothing. */
    default void done() {
        done(null);
    }

    /**
     * Ends and commits the work. Done a second time, it does nothing.
     *
     * @param summary null for none
     */
    void done(Workflow.@Nullable Summary summary);
}
