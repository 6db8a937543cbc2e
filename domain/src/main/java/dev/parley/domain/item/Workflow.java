package dev.parley.domain.item;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps of an assistant's work.
 *
 * @param summary null until it is done
 * @param expanded whether it is shown in full
 */
public record Workflow(
        Kind kind, List<WorkflowTask> tasks, @Nullable Summary summary, boolean expanded) {

    public Workflow {
        tasks = List.copyOf(tasks);
    }

    /** What work it is. */
    public enum Kind {
        /** Anything. */
        CUSTOM,
        /** A model's reasoning. */
        REASONING
    }

    /** What is left to say of work that is done. */
    public sealed interface Summary {}

    /**
     * A summary in words.
     *
     * @param icon null for none
     */
    public record Titled(String title, @Nullable String icon) implements Summary {}

    /** How long it took, in whole seconds. */
    public record Lasted(long seconds) implements Summary {}
}
