package dev.parley.assistant.task;

import dev.parley.application.assistant.ActionHandler;
import dev.parley.application.assistant.NoticeLevel;
import dev.parley.application.assistant.Reply;
import dev.parley.application.assistant.Turn;
import dev.parley.application.assistant.WidgetAction;
import dev.parley.application.shared.Language;
import dev.parley.application.shared.SystemFailure;
import dev.parley.application.task.CompleteTask;
import dev.parley.application.task.DeleteTask;
import dev.parley.assistant.task.TaskAnswer.Told;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.Widget;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.Json;
import dev.parley.domain.task.TaskId;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/** Does with a task what its user clicks in a list of tasks, and shows the list as it is then. */
public final class TaskActions implements ActionHandler {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CompleteTask completeTask;
    private final DeleteTask deleteTask;

    /** Makes the handler from the use cases. */
    public TaskActions(CompleteTask completeTask, DeleteTask deleteTask) {
        this.completeTask = completeTask;
        this.deleteTask = deleteTask;
    }

    @Override
    public Set<String> types() {
        return Set.of(TaskRows.COMPLETE, TaskRows.DELETE);
    }

    /** What the user may not do is told, and changes nothing. */
    @Override
    public void handle(WidgetAction action, Turn turn, Reply reply) {
        Language language = Language.of(turn.locale());
        try {
            perform(action, turn.conversation().owner(), language).ifPresent(reply::replace);
        } catch (SystemFailure e) {
            throw e;
        } catch (Failure refusal) {
            reply.notice(NoticeLevel.WARNING, language.localize(refusal.words()), null);
        }
    }

    /** Completes at once; to delete is for {@link #handle} alone, so that all who follow the thread see it. */
    @Override
    public Optional<Item> handleAtOnce(WidgetAction action, Conversation conversation, String locale) {
        if (!action.type().equals(TaskRows.COMPLETE)) {
            throw new Failure(ConversationError.UNKNOWN_ACTION);
        }
        return perform(action, conversation.owner(), Language.of(locale));
    }

    private Optional<Item> perform(WidgetAction action, AccountId user, Language language) {
        TaskId task = task(action);
        return switch (action.type()) {
            case TaskRows.COMPLETE -> {
                Told completed = Told.of(completeTask.complete(user, task, true));
                yield changed(action, widget -> TaskRows.with(widget, completed, language));
            }
            case TaskRows.DELETE -> {
                deleteTask.delete(user, task);
                yield changed(action, widget -> TaskRows.without(widget, task.toString(), language));
            }
            default -> throw new Failure(ConversationError.UNKNOWN_ACTION);
        };
    }

    private static TaskId task(WidgetAction action) {
        return TaskId.of(JSON.readTree(action.payload().text()).path("id").stringValue(""));
    }

    private static Optional<Item> changed(WidgetAction action, UnaryOperator<Json> change) {
        Widget shown = action.widget();
        return shown == null
                ? Optional.empty()
                : Optional.of(new Widget(
                        shown.id(),
                        shown.sequence(),
                        change.apply(shown.widget()),
                        shown.copyText(),
                        shown.createdAt()));
    }
}
