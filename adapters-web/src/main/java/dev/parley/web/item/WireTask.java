package dev.parley.web.item;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.domain.item.WorkflowTask;
import dev.parley.domain.item.WorkflowTask.StatusIndicator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step of an assistant's work. */
public sealed interface WireTask {

    /** The step as the protocol has it. */
    static WireTask of(WorkflowTask task) {
        String status = status(task.status());
        return switch (task) {
            case WorkflowTask.Custom custom ->
                new Custom("custom", status, custom.title(), custom.icon(), custom.content());
            case WorkflowTask.WebSearch search ->
                new WebSearch(
                        "web_search",
                        status,
                        search.title(),
                        search.titleQuery(),
                        search.queries(),
                        search.sources().stream().map(WireSource::of).toList());
            case WorkflowTask.Thought thought -> new Thought("thought", status, thought.title(), thought.content());
            case WorkflowTask.Files files ->
                new Files(
                        "file",
                        status,
                        files.title(),
                        files.sources().stream().map(WireSource::of).toList());
            case WorkflowTask.Image image -> new Image("image", status, image.title());
        };
    }

    private static String status(StatusIndicator status) {
        return switch (status) {
            case NONE -> "none";
            case LOADING -> "loading";
            case COMPLETE -> "complete";
        };
    }

    /** A step in words of its own. */
    record Custom(
            String type,
            @JsonProperty("status_indicator") String statusIndicator,
            @Nullable String title,
            @Nullable String icon,
            @Nullable String content)
            implements WireTask {}

    /** A search on the web. */
    record WebSearch(
            String type,
            @JsonProperty("status_indicator") String statusIndicator,
            @Nullable String title,
            @JsonProperty("title_query") @Nullable String titleQuery,
            List<String> queries,
            List<WireSource.Url> sources)
            implements WireTask {}

    /** A thought. */
    record Thought(
            String type,
            @JsonProperty("status_indicator") String statusIndicator,
            @Nullable String title,
            String content)
            implements WireTask {}

    /** Reading files. */
    record Files(
            String type,
            @JsonProperty("status_indicator") String statusIndicator,
            @Nullable String title,
            List<WireSource.File> sources)
            implements WireTask {}

    /** Making an image. */
    record Image(
            String type,
            @JsonProperty("status_indicator") String statusIndicator,
            @Nullable String title) implements WireTask {}
}
