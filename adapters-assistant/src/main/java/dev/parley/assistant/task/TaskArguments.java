package dev.parley.assistant.task;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.application.task.ListTasks;
import dev.parley.domain.task.Priority;
import dev.parley.domain.task.Tags;
import dev.parley.domain.task.TaskChange;
import dev.parley.domain.task.TaskContent;
import dev.parley.domain.task.TaskDescription;
import dev.parley.domain.task.TaskFilter;
import dev.parley.domain.task.TaskId;
import dev.parley.domain.task.TaskOrder;
import dev.parley.domain.task.TaskTitle;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What models call the tools with. */
sealed interface TaskArguments {

    /** Which tasks the user is to see a list of; empty for none. */
    default Optional<TaskFilter> shown() {
        return Optional.empty();
    }

    record Add(
            String title,
            @Nullable String description,
            @Nullable String priority,
            @Nullable List<String> tags) implements TaskArguments {

        TaskContent content() {
            return new TaskContent(
                    TaskTitle.of(title),
                    description == null ? TaskDescription.NONE : TaskDescription.of(description),
                    priority == null ? Priority.MEDIUM : Priority.of(priority),
                    tags == null ? Tags.NONE : Tags.of(tags));
        }
    }

    record Listing(
            @Nullable String status,
            @Nullable String priority,
            @Nullable String tag,
            @Nullable String search,
            @Nullable String sort,
            @Nullable String order,
            @Nullable Integer limit,
            @Nullable Boolean show)
            implements TaskArguments {

        @Override
        public Optional<TaskFilter> shown() {
            return show == null || show ? Optional.of(filter()) : Optional.empty();
        }

        TaskFilter filter() {
            return TaskFilter.of(status, priority, tag, search);
        }

        TaskOrder taskOrder() {
            return TaskOrder.of(sort, order);
        }

        int maximum() {
            return limit == null ? ListTasks.USUAL_PAGE : limit;
        }
    }

    record Update(
            @JsonProperty("task_id") String taskId,
            @Nullable String title,
            @Nullable String description,
            @Nullable String priority,
            @Nullable List<String> tags)
            implements TaskArguments {

        TaskId id() {
            return TaskId.of(taskId);
        }

        TaskChange change() {
            return new TaskChange(
                    title == null ? null : TaskTitle.of(title),
                    description == null ? null : TaskDescription.of(description),
                    priority == null ? null : Priority.of(priority),
                    tags == null ? null : Tags.of(tags));
        }
    }

    record Completion(
            @JsonProperty("task_id") String taskId,
            @Nullable Boolean completed) implements TaskArguments {

        TaskId id() {
            return TaskId.of(taskId);
        }

        boolean done() {
            return completed == null || completed;
        }
    }

    record Deletion(@JsonProperty("task_id") String taskId) implements TaskArguments {

        TaskId id() {
            return TaskId.of(taskId);
        }
    }

    record Nothing() implements TaskArguments {}
}
