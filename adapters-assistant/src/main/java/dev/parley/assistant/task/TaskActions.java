package dev.parley.assistant.task;

import dev.parley.application.assistant.ActionHandler;
import dev.parley.application.assistant.ItemChange;
import dev.parley.application.assistant.NoticeLevel;
import dev.parley.application.assistant.Reply;
import dev.parley.application.assistant.Turn;
import dev.parley.application.assistant.WidgetAction;
import dev.parley.application.shared.Language;
import dev.parley.application.shared.SystemFailure;
import dev.parley.application.task.CompleteTask;
import dev.parley.application.task.DeleteTask;
import dev.parley.application.task.ReadListedTasks;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.item.Widget;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.task.TaskError;
import dev.parley.domain.task.TaskId;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Does with a task what its user clicks in a list of tasks, and shows the list as it is then. */
public final class TaskActions implements ActionHandler {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CompleteTask completeTask;
    private final DeleteTask deleteTask;
    private final ReadListedTasks listedTasks;

    /** Makes the handler from the use cases. */
    public TaskActions(CompleteTask completeTask, DeleteTask deleteTask, ReadListedTasks listedTasks) {
        this.completeTask = completeTask;
        this.deleteTask = deleteTask;
        this.listedTasks = listedTasks;
    }

    @Override
    public Set<String> types() {
        return Set.of(TaskRows.COMPLETE, TaskRows.DELETE);
    }

    /** What the user may not do becomes a notice, and changes nothing. */
    @Override
    public void handle(WidgetAction action, Turn turn, Reply reply) {
        Language language = Language.of(turn.locale());
        try {
            perform(action, turn.conversation().owner(), language).ifPresent(reply::change);
        } catch (SystemFailure e) {
            throw e;
        } catch (Failure refusal) {
            reply.notice(NoticeLevel.WARNING, language.localize(refusal.words()), null);
        }
    }

    /** Completes at once; to delete is for {@link #handle} alone, so that all who follow the thread see it. */
    @Override
    public Optional<ItemChange> handleAtOnce(WidgetAction action, Conversation conversation, String locale) {
        if (!action.type().equals(TaskRows.COMPLETE)) {
            throw new Failure(ConversationError.UNKNOWN_ACTION);
        }
        return perform(action, conversation.owner(), Language.of(locale));
    }

    private Optional<ItemChange> perform(WidgetAction action, AccountId user, Language language) {
        Widget widget = action.widget();
        TaskId task = task(action);
        boolean isRow = widget != null && TaskRows.of(widget.widget()).ids().contains(task);
        try {
            change(action.type(), user, task);
        } catch (Failure e) {
            // The row of a task that is gone leaves with this click.
            if (!isRow || !e.is(TaskError.TASK_NOT_FOUND)) {
                throw e;
            }
        }
        return Optional.ofNullable(widget).map(shown -> listed(shown, user, language));
    }

    private void change(String type, AccountId user, TaskId task) {
        switch (type) {
            case TaskRows.COMPLETE -> completeTask.complete(user, task, true);
            case TaskRows.DELETE -> deleteTask.delete(user, task);
            default -> throw new Failure(ConversationError.UNKNOWN_ACTION);
        }
    }

    private ItemChange listed(Widget widget, AccountId user, Language language) {
        return ItemChange.ofWidget(widget.id(), before -> {
            TaskRows rows = TaskRows.of(before);
            return rows.with(listedTasks.read(user, rows.ids(), rows.filter()), language);
        });
    }

    private static TaskId task(WidgetAction action) {
        return TaskId.of(JSON.readTree(action.payload().text()).path("id").stringValue(""));
    }
}
