package dev.parley.web.chatkit;

import dev.parley.application.run.Said;
import dev.parley.application.thread.PerformAction.Act;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.Question.Answer;
import dev.parley.domain.shared.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What begins a run, whose events are the answer. */
sealed interface StreamedOperation extends Operation {

    /** {@code threads.create}. */
    record CreateThread(Said said) implements StreamedOperation {}

    /** {@code threads.add_user_message}. */
    record AddUserMessage(ConversationId thread, Said said) implements StreamedOperation {}

    /** {@code threads.add_client_tool_output}. */
    record AddToolOutput(ConversationId thread, Json result) implements StreamedOperation {}

    /** {@code threads.add_structured_input} with answers. */
    record AnswerInput(ConversationId thread, ItemId item, Map<String, Answer> answers) implements StreamedOperation {}

    /** {@code threads.add_structured_input} without. */
    record SkipInput(ConversationId thread, ItemId item) implements StreamedOperation {}

    /** {@code threads.retry_after_item}. */
    record Retry(ConversationId thread, ItemId item) implements StreamedOperation {}

    /**
     * {@code threads.custom_action}.
     *
     * @param widget null where the action is on none
     */
    record Perform(ConversationId thread, @Nullable ItemId widget, Act act) implements StreamedOperation {}
}
