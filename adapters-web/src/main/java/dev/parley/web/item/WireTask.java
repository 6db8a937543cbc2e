package dev.parley.web.item;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.domain.item.WorkflowTask;
import dev.parley.domain.item.WorkflowTask.StatusIndicator;
import dev.parley.web.schema.Values;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step of an assistant's work. */
@Schema(name = "WorkflowTask")
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
    @Schema(name = "CustomTask")
    record Custom(
            @Values("custom") String type,

            @Values({"none", "loading", "complete"}) @JsonProperty("status_indicator")
            String statusIndicator,

            @Nullable String title,
            @Nullable String icon,
            @Nullable String content)
            implements WireTask {}

    /** A search on the web. */
    @Schema(name = "WebSearchTask")
    record WebSearch(
            @Values("web_search") String type,

            @Values({"none", "loading", "complete"}) @JsonProperty("status_indicator")
            String statusIndicator,

            @Nullable String title,
            @JsonProperty("title_query") @Nullable String titleQuery,
            List<String> queries,
            List<WireSource.Url> sources)
            implements WireTask {}

    /** A thought. */
    @Schema(name = "ThoughtTask")
    record Thought(
            @Values("thought") String type,

            @Values({"none", "loading", "complete"}) @JsonProperty("status_indicator")
            String statusIndicator,

            @Nullable String title,
            String content)
            implements WireTask {}

    /** Reading files. */
    @Schema(name = "FileTask")
    record Files(
            @Values("file") String type,

            @Values({"none", "loading", "complete"}) @JsonProperty("status_indicator")
            String statusIndicator,

            @Nullable String title,
            List<WireSource.File> sources)
            implements WireTask {}

    /** Making an image. */
    @Schema(name = "ImageTask")
    record Image(
            @Values("image") String type,

            @Values({"none", "loading", "complete"}) @JsonProperty("status_indicator")
            String statusIndicator,

            @Nullable String title)
            implements WireTask {}
}
