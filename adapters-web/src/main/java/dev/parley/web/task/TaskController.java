package dev.parley.web.task;

import static dev.parley.web.task.TaskResponses.RESPONSES;

import dev.parley.application.task.AddTask;
import dev.parley.application.task.CompleteTask;
import dev.parley.application.task.DeleteTask;
import dev.parley.application.task.GetTask;
import dev.parley.application.task.ListTasks;
import dev.parley.application.task.UpdateTask;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.shared.FieldError;
import dev.parley.domain.shared.PageRequest;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskChange;
import dev.parley.domain.task.TaskContent;
import dev.parley.domain.task.TaskError;
import dev.parley.domain.task.TaskFilter;
import dev.parley.domain.task.TaskId;
import dev.parley.domain.task.TaskOrder;
import dev.parley.web.body.EmptyBodyValidator;
import dev.parley.web.http.Envelope;
import dev.parley.web.idempotency.IdempotentRequest;
import dev.parley.web.openapi.Errors;
import dev.parley.web.request.Cursors;
import dev.parley.web.request.RequestError;
import dev.parley.web.schema.Forms;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tasks: what users want to do, by themselves or through the assistant. */
@RestController
@Tag(name = "tasks")
@RequestMapping(path = "/api/v1/tasks", produces = MediaType.APPLICATION_JSON_VALUE)
final class TaskController {

    private final AddTask addTask;
    private final ListTasks listTasks;
    private final GetTask getTask;
    private final UpdateTask updateTask;
    private final CompleteTask completeTask;
    private final DeleteTask deleteTask;
    private final EmptyBodyValidator noBody;

    TaskController(
            AddTask addTask,
            ListTasks listTasks,
            GetTask getTask,
            UpdateTask updateTask,
            CompleteTask completeTask,
            DeleteTask deleteTask,
            EmptyBodyValidator noBody) {
        this.addTask = addTask;
        this.listTasks = listTasks;
        this.getTask = getTask;
        this.updateTask = updateTask;
        this.completeTask = completeTask;
        this.deleteTask = deleteTask;
        this.noBody = noBody;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "addTask", summary = "Add a task")
    @Errors(
            field = FieldError.INVALID_REQUEST,
            task = TaskError.TASK_LIMIT,
            request = {RequestError.REQUEST_TOO_LARGE, RequestError.UNSUPPORTED_MEDIA_TYPE})
    Envelope<TaskResponse> add(AccountId caller, IdempotentRequest attempt, @RequestBody TaskRequest request) {
        TaskContent content = request.content();
        return Envelope.of(attempt.<Task, TaskResponse>answer(
                caller, TaskResponse.class, RESPONSES::task, once -> addTask.add(caller, content, once)));
    }

    @GetMapping
    @Operation(
            operationId = "listTasks",
            summary = "List your tasks by status (all, pending, completed), priority, tag and text, none of them with"
                    + " case; sorted by created, updated, title or priority in the order asc or desc")
    @Errors(field = FieldError.INVALID_REQUEST)
    TaskListResponse list(
            AccountId caller,
            @Schema(allowableValues = {"all", "pending", "completed"}) @RequestParam(required = false) @Nullable String status,
            @Schema(allowableValues = {"low", "medium", "high"}) @RequestParam(required = false) @Nullable String priority,
            @Schema(pattern = Forms.TEXT) @RequestParam(required = false) @Nullable String tag,
            @Schema(pattern = Forms.TEXT) @RequestParam(required = false) @Nullable String search,
            @Schema(allowableValues = {"created", "updated", "title", "priority"})
                    @RequestParam(required = false)
                    @Nullable String sort,
            @Schema(allowableValues = {"asc", "desc"}) @RequestParam(required = false) @Nullable String order,
            @Schema(minimum = "1", maximum = "100") @RequestParam(defaultValue = "" + ListTasks.USUAL_PAGE) int limit,
            @Schema(pattern = Forms.UUID) @RequestParam(required = false) @Nullable String after) {
        return RESPONSES.list(listTasks.list(
                caller,
                TaskFilter.of(status, priority, tag, search),
                TaskOrder.of(sort, order),
                new PageRequest<>(limit, Cursors.id("after", after, TaskId::new))));
    }

    @GetMapping("/{task_id}")
    @Operation(operationId = "getTask", summary = "Read a task")
    @Errors(task = TaskError.TASK_NOT_FOUND)
    Envelope<TaskResponse> get(AccountId caller, @Schema(pattern = Forms.UUID) @PathVariable("task_id") String id) {
        return Envelope.of(RESPONSES.task(getTask.get(caller, TaskId.of(id))));
    }

    @PutMapping(path = "/{task_id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "updateTask",
            summary =
                    "Replace a task's title, description, priority and tags; what is left out becomes none, or medium")
    @Errors(
            field = FieldError.INVALID_REQUEST,
            task = TaskError.TASK_NOT_FOUND,
            request = {RequestError.REQUEST_TOO_LARGE, RequestError.UNSUPPORTED_MEDIA_TYPE})
    Envelope<TaskResponse> update(
            AccountId caller,
            @Schema(pattern = Forms.UUID) @PathVariable("task_id") String id,
            @RequestBody TaskRequest request) {
        TaskChange change = TaskChange.to(request.content());
        return Envelope.of(RESPONSES.task(updateTask.update(caller, TaskId.of(id), change)));
    }

    @PatchMapping("/{task_id}/complete")
    @Operation(operationId = "completeTask", summary = "Mark a pending task as completed, a completed one as pending")
    @Errors(task = TaskError.TASK_NOT_FOUND, request = RequestError.UNSUPPORTED_MEDIA_TYPE)
    Envelope<TaskResponse> complete(
            AccountId caller,
            @Schema(pattern = Forms.UUID) @PathVariable("task_id") String id,
            HttpServletRequest request)
            throws IOException {
        noBody.check(request);
        return Envelope.of(RESPONSES.task(completeTask.toggle(caller, TaskId.of(id))));
    }

    @DeleteMapping("/{task_id}")
    @Operation(operationId = "deleteTask", summary = "Delete a task")
    @Errors(task = TaskError.TASK_NOT_FOUND)
    Envelope<DeletedTaskResponse> delete(
            AccountId caller, @Schema(pattern = Forms.UUID) @PathVariable("task_id") String id) {
        deleteTask.delete(caller, TaskId.of(id));
        return Envelope.of(new DeletedTaskResponse(true, id));
    }
}
