package dev.parley.web.item;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.item.AssistantMessage;
import dev.parley.domain.item.ClientToolCall;
import dev.parley.domain.item.EndOfTurn;
import dev.parley.domain.item.GeneratedImage;
import dev.parley.domain.item.HiddenItem;
import dev.parley.domain.item.InferenceOptions;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.StructuredInput;
import dev.parley.domain.item.TaskItem;
import dev.parley.domain.item.ToolCall;
import dev.parley.domain.item.UserMessage;
import dev.parley.domain.item.Widget;
import dev.parley.domain.item.WorkflowItem;
import dev.parley.domain.shared.Json;
import dev.parley.web.schema.Values;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an item holds. What clients are not shown has no form here, so that it cannot be sent. */
public sealed interface WireItemBody {

    /** What the item holds, as the protocol has it; none where clients are not shown it. */
    static Optional<WireItemBody> of(ConversationId thread, Item item, Previews previews) {
        return switch (item) {
            case UserMessage message -> Optional.of(UserMessageBody.of(thread, message, previews));
            case AssistantMessage message ->
                Optional.of(new AssistantMessageBody(
                        "assistant_message",
                        message.content().stream().map(WireContent::of).toList()));
            case ClientToolCall call -> Optional.of(ClientToolCallBody.of(call));
            case Widget widget -> Optional.of(new WidgetBody("widget", widget.widget(), widget.copyText()));
            case GeneratedImage image -> Optional.of(GeneratedImageBody.of(image));
            case StructuredInput input -> Optional.of(QuestionsBody.of(input));
            case TaskItem task -> Optional.of(new TaskBody("task", WireTask.of(task.task())));
            case WorkflowItem workflow ->
                Optional.of(new WorkflowBody("workflow", WireWorkflow.of(workflow.workflow())));
            case EndOfTurn end -> Optional.of(new EndOfTurnBody("end_of_turn"));
            case ToolCall call -> Optional.empty();
            case HiddenItem hidden -> Optional.empty();
        };
    }

    /** A user's message. */
    @Schema(name = "UserMessageItem")
    record UserMessageBody(
            @Values("user_message") String type,
            List<WireContent> content,
            List<WireAttachment> attachments,
            @JsonProperty("quoted_text") @Nullable String quotedText,
            @JsonProperty("inference_options") Options inferenceOptions)
            implements WireItemBody {

        private static UserMessageBody of(ConversationId thread, UserMessage message, Previews previews) {
            return new UserMessageBody(
                    "user_message",
                    message.content().stream().map(WireContent::of).toList(),
                    message.attachments().stream()
                            .map(attachment -> WireAttachment.of(thread, attachment, previews))
                            .toList(),
                    message.quotedText(),
                    Options.of(message.options()));
        }
    }

    /** How a user wants to be answered. */
    @Schema(name = "InferenceOptions")
    record Options(
            @JsonProperty("tool_choice") @Nullable ToolChoice toolChoice,
            @Nullable String model) {

        private static Options of(InferenceOptions options) {
            String tool = options.toolChoice();
            return new Options(tool == null ? null : new ToolChoice(tool), options.model());
        }
    }

    /** The tool to use. */
    @Schema(name = "ChosenTool")
    record ToolChoice(String id) {}

    /** An assistant's message. */
    @Schema(name = "AssistantMessageItem")
    record AssistantMessageBody(@Values("assistant_message") String type, List<WireContent.OutputText> content)
            implements WireItemBody {}

    /**
     * A call of a tool of the client's.
     *
     * @param status {@code pending} or {@code completed}
     * @param arguments JSON of the assistant's
     * @param output JSON of the client's; null while the call is pending
     */
    @Schema(name = "ClientToolCallItem")
    record ClientToolCallBody(
            @Values("client_tool_call") String type,
            @Values({"pending", "completed"}) String status,
            @JsonProperty("call_id") String callId,
            String name,
            @Schema(type = "object") Json arguments,
            @Nullable Json output)
            implements WireItemBody {

        private static ClientToolCallBody of(ClientToolCall call) {
            return new ClientToolCallBody(
                    "client_tool_call",
                    call.isPending() ? "pending" : "completed",
                    call.callId(),
                    call.name(),
                    call.arguments(),
                    call.output());
        }
    }

    /**
     * A widget.
     *
     * @param widget JSON of the application's
     */
    @Schema(name = "WidgetItem")
    record WidgetBody(
            @Values("widget") String type,
            @Schema(type = "object") Json widget,
            @JsonProperty("copy_text") @Nullable String copyText)
            implements WireItemBody {}

    /** An image that the assistant makes. */
    @Schema(name = "GeneratedImageItem")
    record GeneratedImageBody(
            @Values("generated_image") String type,
            @Nullable WireImage image) implements WireItemBody {

        private static GeneratedImageBody of(GeneratedImage item) {
            GeneratedImage.Image image = item.image();
            return new GeneratedImageBody("generated_image", image == null ? null : WireImage.of(image));
        }
    }

    /**
     * Questions to the user.
     *
     * @param status {@code pending}, {@code answered} or {@code skipped}
     */
    @Schema(name = "StructuredInputItem")
    record QuestionsBody(
            @Values("structured_input") String type,
            @Values({"pending", "answered", "skipped"}) String status,
            List<WireQuestion> inputs)
            implements WireItemBody {

        private static QuestionsBody of(StructuredInput input) {
            return new QuestionsBody(
                    "structured_input",
                    switch (input.status()) {
                        case PENDING -> "pending";
                        case ANSWERED -> "answered";
                        case SKIPPED -> "skipped";
                    },
                    input.questions().stream().map(WireQuestion::of).toList());
        }
    }

    /** A single step of work. */
    @Schema(name = "TaskItem")
    record TaskBody(@Values("task") String type, WireTask task) implements WireItemBody {}

    /** The assistant's work, step by step. */
    @Schema(name = "WorkflowItem")
    record WorkflowBody(@Values("workflow") String type, WireWorkflow workflow) implements WireItemBody {}

    /** Nothing more comes until the user says something. */
    @Schema(name = "EndOfTurnItem")
    record EndOfTurnBody(@Values("end_of_turn") String type) implements WireItemBody {}
}
