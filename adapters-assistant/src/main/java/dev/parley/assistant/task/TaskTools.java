package dev.parley.assistant.task;

import dev.parley.application.task.AddTask;
import dev.parley.application.task.CompleteTask;
import dev.parley.application.task.DeleteTask;
import dev.parley.application.task.ListTags;
import dev.parley.application.task.ListTasks;
import dev.parley.application.task.UpdateTask;
import dev.parley.application.tool.Tool;
import dev.parley.application.tool.ToolSource;
import dev.parley.assistant.task.TaskAnswer.Deleted;
import dev.parley.assistant.task.TaskAnswer.Many;
import dev.parley.assistant.task.TaskAnswer.One;
import dev.parley.assistant.task.TaskAnswer.TagList;
import dev.parley.assistant.task.TaskArguments.Add;
import dev.parley.assistant.task.TaskArguments.Completion;
import dev.parley.assistant.task.TaskArguments.Deletion;
import dev.parley.assistant.task.TaskArguments.Listing;
import dev.parley.assistant.task.TaskArguments.Nothing;
import dev.parley.assistant.task.TaskArguments.Update;
import dev.parley.domain.shared.PageRequest;
import java.util.List;

/** The built-in tools: what a user can do with tasks, an assistant can do for them. */
public final class TaskTools implements ToolSource {

    private final List<Tool> tools;

    /** Makes the tools from the use cases. */
    public TaskTools(
            AddTask addTask,
            ListTasks listTasks,
            UpdateTask updateTask,
            CompleteTask completeTask,
            DeleteTask deleteTask,
            ListTags listTags) {
        this.tools = List.of(
                new TaskTool<>(TaskDefinitions.ADD, Add.class, (user, it) -> One.of(addTask.add(user, it.content()))),
                new TaskTool<>(
                        TaskDefinitions.LIST,
                        Listing.class,
                        (user, it) -> Many.of(listTasks.list(
                                user, it.filter(), it.taskOrder(), new PageRequest<>(it.maximum(), null)))),
                new TaskTool<>(
                        TaskDefinitions.UPDATE,
                        Update.class,
                        (user, it) -> One.of(updateTask.update(user, it.id(), it.change()))),
                new TaskTool<>(
                        TaskDefinitions.COMPLETE,
                        Completion.class,
                        (user, it) -> One.of(completeTask.complete(user, it.id(), it.done()))),
                new TaskTool<>(
                        TaskDefinitions.DELETE,
                        Deletion.class,
                        (user, it) -> Deleted.of(deleteTask.delete(user, it.id()))),
                new TaskTool<>(TaskDefinitions.TAGS, Nothing.class, (user, it) -> TagList.of(listTags.list(user))));
    }

    @Override
    public List<Tool> tools() {
        return tools;
    }
}
