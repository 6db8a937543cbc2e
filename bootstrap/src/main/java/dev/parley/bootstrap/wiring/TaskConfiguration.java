package dev.parley.bootstrap.wiring;

import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.task.AddTask;
import dev.parley.application.task.CompleteTask;
import dev.parley.application.task.DeleteTask;
import dev.parley.application.task.GetTask;
import dev.parley.application.task.ListTags;
import dev.parley.application.task.ListTasks;
import dev.parley.application.task.UpdateTask;
import dev.parley.assistant.task.TaskActions;
import dev.parley.assistant.task.TaskTools;
import dev.parley.domain.task.TaskRepository;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TaskConfiguration {

    private final UnitOfWork unitOfWork;
    private final TaskRepository tasks;

    TaskConfiguration(UnitOfWork unitOfWork, TaskRepository tasks) {
        this.unitOfWork = unitOfWork;
        this.tasks = tasks;
    }

    @Bean
    AddTask addTask(IdGenerator ids, InstantSource clock) {
        return new AddTask(unitOfWork, tasks, ids, clock);
    }

    @Bean
    GetTask getTask() {
        return new GetTask(unitOfWork, tasks);
    }

    @Bean
    ListTasks listTasks() {
        return new ListTasks(unitOfWork, tasks);
    }

    @Bean
    UpdateTask updateTask(InstantSource clock) {
        return new UpdateTask(unitOfWork, tasks, clock);
    }

    @Bean
    CompleteTask completeTask(InstantSource clock) {
        return new CompleteTask(unitOfWork, tasks, clock);
    }

    @Bean
    DeleteTask deleteTask() {
        return new DeleteTask(unitOfWork, tasks);
    }

    @Bean
    ListTags listTags() {
        return new ListTags(unitOfWork, tasks);
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
    TaskActions taskActions(CompleteTask completeTask, DeleteTask deleteTask) {
        return new TaskActions(completeTask, deleteTask);
    }
}
