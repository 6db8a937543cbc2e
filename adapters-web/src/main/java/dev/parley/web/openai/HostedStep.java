package dev.parley.web.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.domain.item.WorkflowTask;
import org.jspecify.annotations.Nullable;

/**
 * A step of the assistant's work, for which OpenAI's API has two words: thoughts, and all the rest.
 *
 * @param heading null for none
 * @param summary null for none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record HostedStep(
        String type, @Nullable String heading, @Nullable String summary) {

    private static final String CUSTOM = "custom";

    static HostedStep of(WorkflowTask task) {
        return switch (task) {
            case WorkflowTask.Thought thought -> new HostedStep("thought", thought.title(), thought.content());
            case WorkflowTask.Custom custom -> new HostedStep(CUSTOM, custom.title(), custom.content());
            case WorkflowTask.WebSearch search ->
                new HostedStep(CUSTOM, search.title() == null ? search.titleQuery() : search.title(), null);
            case WorkflowTask.Files files -> new HostedStep(CUSTOM, files.title(), null);
            case WorkflowTask.Image image -> new HostedStep(CUSTOM, image.title(), null);
        };
    }
}
