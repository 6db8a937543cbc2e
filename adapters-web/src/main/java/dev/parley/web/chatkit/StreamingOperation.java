package dev.parley.web.chatkit;

import dev.parley.application.run.IncomingMessage;
import dev.parley.application.thread.PerformAction.Act;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.Question.Answer;
import dev.parley.domain.shared.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What begins a run, whose events are the answer. */
sealed interface StreamingOperation extends Operation {

    /** {@code threads.create}. */
    record CreateThread(IncomingMessage said) implements StreamingOperation {}

    /** {@code threads.add_user_message}. */
    record AddUserMessage(ConversationId thread, IncomingMessage said) implements StreamingOperation {}

    /** {@code threads.add_client_tool_output}. */
    record AddToolOutput(ConversationId thread, Json result) implements StreamingOperation {}

    /** {@code threads.add_structured_input} with answers. */
    record AnswerInput(ConversationId thread, ItemId item, Map<String, Answer> answers) implements StreamingOperation {}

    /** {@code threads.add_structured_input} without. */
    record SkipInput(ConversationId thread, ItemId item) implements StreamingOperation {}

    /** {@code threads.retry_after_item}. */
    record Retry(ConversationId thread, ItemId item) implements StreamingOperation {}

    /**
     * {@code threads.custom_action}.
     *
     * @param widget null where the action is on none
     */
    record Perform(ConversationId thread, @Nullable ItemId widget, Act act) implements StreamingOperation {}
}
