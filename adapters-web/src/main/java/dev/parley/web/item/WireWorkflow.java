package dev.parley.web.item;

import dev.parley.domain.item.Workflow;
import dev.parley.web.schema.Values;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps of an assistant's work.
 *
 * @param type {@code custom} or {@code reasoning}
 */
@Schema(name = "Workflow")
public record WireWorkflow(
        @Values({"custom", "reasoning"}) String type,
        List<WireTask> tasks,
        @Nullable Summary summary,
        boolean expanded) {

    static WireWorkflow of(Workflow workflow) {
        return new WireWorkflow(
                switch (workflow.kind()) {
                    case CUSTOM -> "custom";
                    case REASONING -> "reasoning";
                },
                workflow.tasks().stream().map(WireTask::of).toList(),
                summary(workflow.summary()),
                workflow.expanded());
    }

    private static @Nullable Summary summary(Workflow.@Nullable Summary summary) {
        return switch (summary) {
            case null -> null;
            case Workflow.Titled titled -> new Titled(titled.title(), titled.icon());
            case Workflow.Lasted lasted -> new Lasted(lasted.seconds());
        };
    }

    /** What is left to say of work that is done. */
    @Schema(name = "WorkflowSummary")
    public sealed interface Summary {}

    /** A summary in words. */
    @Schema(name = "TitledSummary")
    public record Titled(String title, @Nullable String icon) implements Summary {}

    /**
     * How long it took.
     *
     * @param duration in seconds
     */
    @Schema(name = "DurationSummary")
    public record Lasted(long duration) implements Summary {}
}
