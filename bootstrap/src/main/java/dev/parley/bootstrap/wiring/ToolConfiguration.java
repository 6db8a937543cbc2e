package dev.parley.bootstrap.wiring;

import dev.parley.application.assistant.ActionHandler;
import dev.parley.application.assistant.ActionHandlers;
import dev.parley.application.shared.Secrets;
import dev.parley.application.shared.TimeLimit;
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
import dev.parley.application.tool.ToolDefinition;
import dev.parley.application.tool.ToolSource;
import dev.parley.assistant.bean.BeanTools;
import dev.parley.assistant.schema.JsonSchemaCheck;
import dev.parley.assistant.schema.ToolDefinitionCheck;
import dev.parley.assistant.task.TaskActions;
import dev.parley.assistant.task.TaskTools;
import dev.parley.bootstrap.failure.InvalidConfigurationException;
import dev.parley.bootstrap.settings.Settings;
import dev.parley.web.monitoring.MicrometerToolMeter;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What assistants can call, and what handles the actions of widgets. */
@Configuration(proxyBeanMethods = false)
class ToolConfiguration {

    @Bean
    ArgumentCheck argumentCheck(Secrets secrets) {
        return new JsonSchemaCheck(secrets);
    }

    /** Tools that are beans of their own come first, so that they can take the place of others of their name. */
    @Bean
    ToolBox toolBox(
            ObjectProvider<Tool> tools,
            Map<String, Tool> names,
            ObjectProvider<ToolSource> sources,
            ArgumentCheck arguments,
            Settings settings,
            Secrets secrets,
            MicrometerToolMeter meter) {
        BeanTools beans = beans(named(tools, names), new ToolDefinitionCheck(secrets));
        List<ToolSource> all =
                Stream.concat(Stream.of(beans), sources.orderedStream()).toList();
        ToolBox box = new ToolBox(all, arguments, settings.tools().timeout(), secrets, meter);
        meter.show(box.definitions().stream().map(ToolDefinition::name).toList());
        return box;
    }

    private static BeanTools beans(Map<String, Tool> beans, ToolDefinitionCheck definitions) {
        try {
            return new BeanTools(beans, definitions);
        } catch (IllegalArgumentException e) {
            throw new InvalidConfigurationException(String.valueOf(e.getMessage()), e);
        }
    }

    /** A map of beans has their names and not their order. */
    private static Map<String, Tool> named(ObjectProvider<Tool> tools, Map<String, Tool> names) {
        IdentityHashMap<Tool, String> nameOf = new IdentityHashMap<>();
        names.forEach((name, tool) -> nameOf.put(tool, name));
        Map<String, Tool> named = new LinkedHashMap<>();
        tools.orderedStream()
                .forEach(tool ->
                        named.put(nameOf.getOrDefault(tool, tool.getClass().getName()), tool));
        return named;
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
    ActionHandlers actionHandlers(ObjectProvider<ActionHandler> handlers, TimeLimit limit) {
        return new ActionHandlers(handlers.orderedStream().toList(), limit);
    }
}
