package dev.parley.persistence.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.Nulls;
import dev.parley.domain.item.AssistantMessage;
import dev.parley.domain.item.ClientToolCall;
import dev.parley.domain.item.EndOfTurn;
import dev.parley.domain.item.GeneratedImage;
import dev.parley.domain.item.HiddenContext;
import dev.parley.domain.item.InferenceOptions;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.MessageAttachment;
import dev.parley.domain.item.Note;
import dev.parley.domain.item.OutputText;
import dev.parley.domain.item.Question;
import dev.parley.domain.item.StructuredInput;
import dev.parley.domain.item.TaskItem;
import dev.parley.domain.item.ToolCall;
import dev.parley.domain.item.UserContent;
import dev.parley.domain.item.UserMessage;
import dev.parley.domain.item.Widget;
import dev.parley.domain.item.Workflow;
import dev.parley.domain.item.WorkflowItem;
import dev.parley.domain.item.WorkflowTask;
import dev.parley.domain.shared.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is stored of an item beside its id, its place and its time. Its type's name is the column {@code type}. */
sealed interface ItemPayload {

    /** The item that has this payload. */
    Item item(ItemId id, long sequence, Instant createdAt);

    /** The payload of an item. */
    static ItemPayload of(Item item) {
        return switch (item) {
            case UserMessage message -> UserMessageBody.of(message);
            case AssistantMessage message -> new AssistantMessageBody(message.content());
            case ToolCall call -> ToolCallBody.of(call);
            case ClientToolCall call ->
                new ClientToolCallBody(call.callId(), call.name(), call.arguments(), call.output());
            case Widget widget -> new WidgetBody(widget.widget(), widget.copyText());
            case GeneratedImage image -> new GeneratedImageBody(image.image());
            case StructuredInput input -> QuestionsBody.of(input);
            case TaskItem task -> new TaskBody(task.task());
            case WorkflowItem workflow -> new WorkflowBody(workflow.workflow());
            case EndOfTurn end -> new EndOfTurnBody();
            case HiddenContext hidden -> new HiddenContextBody(hidden.content());
            case Note note -> new NoteBody(note.content());
        };
    }

    /** A user's message; rows of before there were attachments have none. */
    @JsonTypeName("user_message")
    record UserMessageBody(
            List<UserContent> content,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
            List<MessageAttachment> attachments,

            @Nullable String quotedText,
            @Nullable String model,
            @Nullable String toolChoice)
            implements ItemPayload {

        private static UserMessageBody of(UserMessage message) {
            InferenceOptions options = message.options();
            return new UserMessageBody(
                    message.content(),
                    message.attachments(),
                    message.quotedText(),
                    options.model(),
                    options.toolChoice());
        }

        @Override
        public Item item(ItemId id, long sequence, Instant createdAt) {
            return new UserMessage(
                    id, sequence, content, attachments, quotedText, new InferenceOptions(model, toolChoice), createdAt);
        }
    }

    @JsonTypeName("assistant_message")
    record AssistantMessageBody(List<OutputText> content) implements ItemPayload {

        @Override
        public Item item(ItemId id, long sequence, Instant createdAt) {
            return new AssistantMessage(id, sequence, content, createdAt);
        }
    }

    /** A tool call of the server's; of outcomes there is none or one. */
    @JsonTypeName("tool_call")
    record ToolCallBody(String callId, String name, String arguments, List<ToolCall.Outcome> outcomes)
            implements ItemPayload {

        private static ToolCallBody of(ToolCall call) {
            ToolCall.Outcome outcome = call.outcome();
            return new ToolCallBody(
                    call.callId(), call.name(), call.arguments(), outcome == null ? List.of() : List.of(outcome));
        }

        @Override
        public Item item(ItemId id, long sequence, Instant createdAt) {
            ToolCall.Outcome outcome = outcomes.isEmpty() ? null : outcomes.getFirst();
            return new ToolCall(id, sequence, callId, name, arguments, outcome, createdAt);
        }
    }

    @JsonTypeName("client_tool_call")
    record ClientToolCallBody(
            String callId,
            String name,
            Json arguments,
            @Nullable Json output) implements ItemPayload {

        @Override
        public Item item(ItemId id, long sequence, Instant createdAt) {
            return new ClientToolCall(id, sequence, callId, name, arguments, output, createdAt);
        }
    }

    @JsonTypeName("widget")
    record WidgetBody(Json widget, @Nullable String copyText) implements ItemPayload {

        @Override
        public Item item(ItemId id, long sequence, Instant createdAt) {
            return new Widget(id, sequence, widget, copyText, createdAt);
        }
    }

    @JsonTypeName("generated_image")
    record GeneratedImageBody(GeneratedImage.@Nullable Image image) implements ItemPayload {

        @Override
        public Item item(ItemId id, long sequence, Instant createdAt) {
            return new GeneratedImage(id, sequence, image, createdAt);
        }
    }

    @JsonTypeName("structured_input")
    record QuestionsBody(
            StructuredInput.Status status,
            List<Question> questions,
            @Nullable ItemId toolCall) implements ItemPayload {

        private static QuestionsBody of(StructuredInput input) {
            return new QuestionsBody(input.status(), input.questions(), input.toolCall());
        }

        @Override
        public Item item(ItemId id, long sequence, Instant createdAt) {
            return new StructuredInput(id, sequence, status, questions, toolCall, createdAt);
        }
    }

    @JsonTypeName("task")
    record TaskBody(WorkflowTask task) implements ItemPayload {

        @Override
        public Item item(ItemId id, long sequence, Instant createdAt) {
            return new TaskItem(id, sequence, task, createdAt);
        }
    }

    @JsonTypeName("workflow")
    record WorkflowBody(Workflow workflow) implements ItemPayload {

        @Override
        public Item item(ItemId id, long sequence, Instant createdAt) {
            return new WorkflowItem(id, sequence, workflow, createdAt);
        }
    }

    @JsonTypeName("end_of_turn")
    record EndOfTurnBody() implements ItemPayload {

        @Override
        public Item item(ItemId id, long sequence, Instant createdAt) {
            return new EndOfTurn(id, sequence, createdAt);
        }
    }

    @JsonTypeName("hidden_context")
    record HiddenContextBody(Json content) implements ItemPayload {

        @Override
        public Item item(ItemId id, long sequence, Instant createdAt) {
            return new HiddenContext(id, sequence, content, createdAt);
        }
    }

    @JsonTypeName("note")
    record NoteBody(String content) implements ItemPayload {

        @Override
        public Item item(ItemId id, long sequence, Instant createdAt) {
            return new Note(id, sequence, content, createdAt);
        }
    }
}
