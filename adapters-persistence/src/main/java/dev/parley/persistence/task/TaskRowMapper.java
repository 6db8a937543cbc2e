package dev.parley.persistence.task;

import dev.parley.domain.task.Tags;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskContent;
import dev.parley.domain.task.TaskDescription;
import dev.parley.domain.task.TaskId;
import dev.parley.domain.task.TaskTitle;
import dev.parley.persistence.shared.Columns;
import java.util.List;
import java.util.UUID;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.factory.Mappers;

@Mapper(uses = Columns.class)
interface TaskRowMapper {

    TaskRowMapper MAPPER = Mappers.getMapper(TaskRowMapper.class);

    @Mapping(source = "ownerId", target = "owner")
    @Mapping(source = ".", target = "content")
    Task task(TaskRow row);

    TaskContent content(TaskRow row);

    default TaskId taskId(UUID id) {
        return new TaskId(id);
    }

    default TaskTitle title(String title) {
        return new TaskTitle(title);
    }

    default TaskDescription description(String description) {
        return new TaskDescription(description);
    }

    default Tags tags(List<String> tags) {
        return new Tags(tags);
    }
}
