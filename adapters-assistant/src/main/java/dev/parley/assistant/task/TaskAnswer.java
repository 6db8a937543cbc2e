package dev.parley.assistant.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.domain.shared.Page;
import dev.parley.domain.task.TagCount;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskContent;
import java.time.Instant;
import java.util.List;

/** What the tools tell the model. */
sealed interface TaskAnswer {

    record One(boolean success, Details task) implements TaskAnswer {

        static One of(Task task) {
            return new One(true, Details.of(task));
        }
    }

    record Many(boolean success, List<Details> tasks, int total) implements TaskAnswer {

        static Many of(Page<Task> page) {
            return new Many(
                    true,
                    page.entries().stream().map(Details::of).toList(),
                    page.total().orElseThrow());
        }
    }

    record Deleted(boolean success, Gone deleted) implements TaskAnswer {

        static Deleted of(Task task) {
            return new Deleted(
                    true, new Gone(task.id().toString(), task.content().title().value()));
        }
    }

    record TagList(boolean success, List<TagCount> tags) implements TaskAnswer {

        static TagList of(List<TagCount> tags) {
            return new TagList(true, tags);
        }
    }

    record Rejected(boolean success, String error) implements TaskAnswer {

        static Rejected because(String error) {
            return new Rejected(false, error);
        }
    }

    record Gone(String id, String title) {}

    /** A task. */
    record Details(
            String id,
            String title,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String description,
            String priority,
            List<String> tags,
            boolean completed,
            @JsonProperty("created_at") Instant createdAt,
            @JsonProperty("updated_at") Instant updatedAt) {

        static Details of(Task task) {
            TaskContent content = task.content();
            return new Details(
                    task.id().toString(),
                    content.title().value(),
                    content.description().value(),
                    content.priority().word(),
                    content.tags().values(),
                    task.completed(),
                    task.createdAt(),
                    task.updatedAt());
        }
    }
}
