package dev.parley.web.task;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of tasks, in the order that was asked for. */
record TaskListResponse(boolean success, List<TaskResponse> data, Meta meta) {

    /**
     * Where the page stands.
     *
     * @param total all tasks that the filter lets through
     * @param after what to ask the next page with; null on the last
     */
    @Schema(name = "TaskListMeta")
    record Meta(
            int total,
            @JsonProperty("has_more") boolean hasMore,
            @Nullable String after) {}
}
