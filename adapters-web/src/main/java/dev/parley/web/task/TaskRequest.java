package dev.parley.web.task;

import dev.parley.domain.shared.FieldError;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.task.Priority;
import dev.parley.domain.task.Tags;
import dev.parley.domain.task.TaskContent;
import dev.parley.domain.task.TaskDescription;
import dev.parley.domain.task.TaskTitle;
import dev.parley.web.schema.Forms;
import dev.parley.web.schema.Values;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a task says.
 *
 * @param description null for none
 * @param priority {@code high}, {@code medium} or {@code low}; null for medium
 * @param tags null for none
 */
record TaskRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = Forms.TASK_TITLE) @Nullable String title,

        @Schema(pattern = Forms.DESCRIPTION) @Nullable String description,

        @Values({"low", "medium", "high"}) @Nullable String priority,

        @Schema(pattern = Forms.TAG) @Nullable List<@Nullable String> tags) {

    TaskContent content() {
        if (title == null) {
            throw new InvalidRequest("title", FieldError.IS_MISSING);
        }
        return new TaskContent(
                TaskTitle.of(title),
                description == null ? TaskDescription.NONE : TaskDescription.of(description),
                priority == null ? Priority.MEDIUM : Priority.of(priority),
                tags == null ? Tags.NONE : Tags.of(tags));
    }
}
