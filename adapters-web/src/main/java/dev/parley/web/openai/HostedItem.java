package dev.parley.web.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.item.AssistantMessage;
import dev.parley.domain.item.ClientToolCall;
import dev.parley.domain.item.EndOfTurn;
import dev.parley.domain.item.GeneratedImage;
import dev.parley.domain.item.HiddenItem;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.StructuredInput;
import dev.parley.domain.item.TaskItem;
import dev.parley.domain.item.ToolCall;
import dev.parley.domain.item.UserMessage;
import dev.parley.domain.item.Widget;
import dev.parley.domain.item.WorkflowItem;
import dev.parley.domain.shared.Json;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An item of a thread. Times are in Unix seconds. */
sealed interface HostedItem extends Entry {

    /** What every item is called. */
    String OBJECT = "chatkit.thread_item";

    /** What OpenAI's API shows of an item; empty for one that stays on the server, or that the API has no word for. */
    static Optional<HostedItem> of(ConversationId thread, Item item) {
        return Optional.ofNullable(
                switch (item) {
                    case UserMessage message -> UserMessageBody.of(thread, message);
                    case AssistantMessage message -> AssistantMessageBody.of(thread, message);
                    case ClientToolCall call -> ClientToolCallBody.of(thread, call);
                    case Widget widget ->
                        new WidgetBody(
                                widget.id().value(),
                                OBJECT,
                                seconds(widget),
                                thread.toString(),
                                "chatkit.widget",
                                widget.widget().text());
                    case TaskItem task -> TaskBody.of(thread, task);
                    case WorkflowItem workflow ->
                        new TaskGroupBody(
                                workflow.id().value(),
                                OBJECT,
                                seconds(workflow),
                                thread.toString(),
                                "chatkit.task_group",
                                workflow.workflow().tasks().stream()
                                        .map(HostedStep::of)
                                        .toList());
                    case GeneratedImage image -> null;
                    case StructuredInput input -> null;
                    case EndOfTurn end -> null;
                    case ToolCall call -> null;
                    case HiddenItem hidden -> null;
                });
    }

    private static long seconds(Item item) {
        return item.createdAt().getEpochSecond();
    }

    /**
     * A user's message.
     *
     * @param inferenceOptions null where the message is to be answered as usual
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record UserMessageBody(
            String id,
            String object,
            @JsonProperty("created_at") long createdAt,
            @JsonProperty("thread_id") String threadId,
            String type,
            List<HostedContent> content,
            List<HostedContent.Attachment> attachments,
            @JsonProperty("inference_options") HostedContent.@Nullable Options inferenceOptions)
            implements HostedItem {

        private static UserMessageBody of(ConversationId thread, UserMessage message) {
            return new UserMessageBody(
                    message.id().value(),
                    OBJECT,
                    seconds(message),
                    thread.toString(),
                    "chatkit.user_message",
                    HostedContent.of(message),
                    message.attachments().stream()
                            .map(HostedContent.Attachment::of)
                            .toList(),
                    HostedContent.Options.of(message.options()));
        }
    }

    /** An assistant's message. */
    record AssistantMessageBody(
            String id,
            String object,
            @JsonProperty("created_at") long createdAt,
            @JsonProperty("thread_id") String threadId,
            String type,
            List<HostedContent> content)
            implements HostedItem {

        private static AssistantMessageBody of(ConversationId thread, AssistantMessage message) {
            return new AssistantMessageBody(
                    message.id().value(),
                    OBJECT,
                    seconds(message),
                    thread.toString(),
                    "chatkit.assistant_message",
                    HostedContent.of(message));
        }
    }

    /**
     * A call of a tool of the client's.
     *
     * @param arguments JSON as text
     * @param output JSON as text; null until the client has answered
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ClientToolCallBody(
            String id,
            String object,
            @JsonProperty("created_at") long createdAt,
            @JsonProperty("thread_id") String threadId,
            String type,
            @JsonProperty("call_id") String callId,
            String name,
            String arguments,
            @Nullable String output,
            String status)
            implements HostedItem {

        private static ClientToolCallBody of(ConversationId thread, ClientToolCall call) {
            Json output = call.output();
            return new ClientToolCallBody(
                    call.id().value(),
                    OBJECT,
                    seconds(call),
                    thread.toString(),
                    "chatkit.client_tool_call",
                    call.callId(),
                    call.name(),
                    call.arguments().text(),
                    output == null ? null : output.text(),
                    call.isPending() ? "in_progress" : "completed");
        }
    }

    /**
     * A widget.
     *
     * @param widget its tree, JSON as text
     */
    record WidgetBody(
            String id,
            String object,
            @JsonProperty("created_at") long createdAt,
            @JsonProperty("thread_id") String threadId,
            String type,
            String widget)
            implements HostedItem {}

    /**
     * A step of the assistant's work.
     *
     * @param heading null for none
     * @param summary null for none
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record TaskBody(
            String id,
            String object,
            @JsonProperty("created_at") long createdAt,
            @JsonProperty("thread_id") String threadId,
            String type,
            @JsonProperty("task_type") String taskType,
            @Nullable String heading,
            @Nullable String summary)
            implements HostedItem {

        private static TaskBody of(ConversationId thread, TaskItem item) {
            HostedStep step = HostedStep.of(item.task());
            return new TaskBody(
                    item.id().value(),
                    OBJECT,
                    seconds(item),
                    thread.toString(),
                    "chatkit.task",
                    step.type(),
                    step.heading(),
                    step.summary());
        }
    }

    /** The assistant's work, step by step. */
    record TaskGroupBody(
            String id,
            String object,
            @JsonProperty("created_at") long createdAt,
            @JsonProperty("thread_id") String threadId,
            String type,
            List<HostedStep> tasks)
            implements HostedItem {}
}
