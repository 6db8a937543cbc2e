package dev.parley.bootstrap.wiring;

import dev.parley.application.assistant.ActionHandler;
import dev.parley.application.assistant.ActionHandlers;
import dev.parley.application.shared.Secrets;
import dev.parley.application.task.AddTask;
import dev.parley.application.task.CompleteTask;
import dev.parley.application.task.DeleteTask;
import dev.parley.application.task.ListTags;
import dev.parley.application.task.ListTasks;
import dev.parley.application.task.ReadListedTasks;
import dev.parley.application.task.UpdateTask;
import dev.parley.application.tool.ArgumentCheck;
import dev.parley.application.tool.Tool;
import dev.parley.application.tool.ToolBox;
import dev.parley.application.tool.ToolSource;
import dev.parley.assistant.schema.JsonSchemaCheck;
import dev.parley.assistant.task.TaskActions;
import dev.parley.assistant.task.TaskTools;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What assistants can call, and what handles the actions of widgets. */
@Configuration(proxyBeanMethods = false)
class ToolConfiguration {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Bean
    ArgumentCheck argumentCheck(Secrets secrets) {
        return new JsonSchemaCheck(secrets);
    }

    /** Tools that are beans of their own come first, so that they can take the place of others of their name. */
    @Bean
    ToolBox toolBox(
            ObjectProvider<Tool> tools, ObjectProvider<ToolSource> sources, ArgumentCheck arguments, Secrets secrets) {
        List<Tool> beans = tools.orderedStream().toList();
        List<ToolSource> all = Stream.concat(Stream.<ToolSource>of(() -> beans), sources.orderedStream())
                .toList();
        return new ToolBox(all, arguments, TIMEOUT, secrets);
    }

    @Bean
    TaskTools taskTools(
            AddTask addTask,
            ListTasks listTasks,
            UpdateTask updateTask,
            CompleteTask completeTask,
            DeleteTask deleteTask,
            ListTags listTags) {
        return new TaskTools(addTask, listTasks, updateTask, completeTask, deleteTask, listTags);
    }

    @Bean
    TaskActions taskActions(CompleteTask completeTask, DeleteTask deleteTask, ReadListedTasks listedTasks) {
        return new TaskActions(completeTask, deleteTask, listedTasks);
    }

    @Bean
    ActionHandlers actionHandlers(ObjectProvider<ActionHandler> handlers) {
        return new ActionHandlers(handlers.orderedStream().toList());
    }
}
