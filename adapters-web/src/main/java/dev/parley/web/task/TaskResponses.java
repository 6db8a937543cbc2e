package dev.parley.web.task;

import dev.parley.domain.shared.Page;
import dev.parley.domain.task.Priority;
import dev.parley.domain.task.Tags;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskDescription;
import dev.parley.domain.task.TaskId;
import dev.parley.domain.task.TaskTitle;
import dev.parley.web.json.IdTexts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.factory.Mappers;

/** What the API says of tasks. */
@Mapper(uses = IdTexts.class)
interface TaskResponses {

    TaskResponses RESPONSES = Mappers.getMapper(TaskResponses.class);

    @Mapping(source = "owner", target = "userId")
    @Mapping(source = "content", target = ".")
    TaskResponse task(Task task);

    default TaskListResponse list(Page<Task> page) {
        List<TaskResponse> tasks = page.entries().stream().map(this::task).toList();
        String after = page.hasMore() ? tasks.getLast().id() : null;
        return new TaskListResponse(
                true, tasks, new TaskListResponse.Meta(page.total().orElseThrow(), page.hasMore(), after));
    }

    default String text(TaskId id) {
        return id.toString();
    }

    default String text(TaskTitle title) {
        return title.value();
    }

    default @Nullable String text(TaskDescription description) {
        return description.equals(TaskDescription.NONE) ? null : description.value();
    }

    default String text(Priority priority) {
        return priority.word();
    }

    default List<String> texts(Tags tags) {
        return tags.values();
    }
}
