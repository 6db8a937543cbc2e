package dev.parley.application.model;

import dev.parley.application.run.Turn;
import dev.parley.application.run.TurnCause;
import dev.parley.application.tool.RequestedCall;
import dev.parley.domain.conversation.AssistantMessage;
import dev.parley.domain.conversation.ClientToolCall;
import dev.parley.domain.conversation.EndOfTurn;
import dev.parley.domain.conversation.GeneratedImage;
import dev.parley.domain.conversation.HiddenContext;
import dev.parley.domain.conversation.Item;
import dev.parley.domain.conversation.Note;
import dev.parley.domain.conversation.StructuredInput;
import dev.parley.domain.conversation.TaskItem;
import dev.parley.domain.conversation.ToolCall;
import dev.parley.domain.conversation.UserMessage;
import dev.parley.domain.conversation.Widget;
import dev.parley.domain.conversation.WorkflowItem;
import dev.parley.domain.shared.Json;
import java.util.ArrayList;
import java.util.List;

/** A turn as the messages that a model is asked with. */
final class Transcript {

    private static final String NO_RESULT = "The call was cut off; nobody knows whether it has done its work.";
    private static final String HIDDEN = "<hidden_context>%s</hidden_context>";

    private Transcript() {}

    static List<Prompt.Message> messages(String systemText, Turn turn) {
        List<Prompt.Message> messages = new ArrayList<>();
        if (!systemText.isBlank()) {
            messages.add(new Prompt.FromSystem(systemText));
        }
        turn.transcript().forEach(item -> add(messages, item));
        if (turn.cause() instanceof TurnCause.Spoken) {
            messages.add(new Prompt.FromUser(turn.message().text()));
        }
        return messages;
    }

    /** A call and its result are one item, so that neither is ever told without the other. */
    private static void add(List<Prompt.Message> messages, Item item) {
        switch (item) {
            case UserMessage message -> messages.add(new Prompt.FromUser(message.text()));
            case AssistantMessage message -> messages.add(new Prompt.FromAssistant(message.text(), List.of()));
            case ToolCall call -> {
                messages.add(new Prompt.FromAssistant(
                        "", List.of(new RequestedCall(call.callId(), call.name(), call.arguments()))));
                ToolCall.Outcome outcome = call.outcome();
                messages.add(new Prompt.FromTool(call.callId(), outcome == null ? NO_RESULT : outcome.content()));
            }
            case ClientToolCall call -> {
                Json output = call.output();
                if (output != null) {
                    messages.add(new Prompt.FromAssistant(
                            "",
                            List.of(new RequestedCall(
                                    call.callId(), call.name(), call.arguments().text()))));
                    messages.add(new Prompt.FromTool(call.callId(), output.text()));
                }
            }
            case HiddenContext hidden ->
                messages.add(
                        new Prompt.FromUser(HIDDEN.formatted(hidden.content().text())));
            case Note note -> messages.add(new Prompt.FromUser(HIDDEN.formatted(note.content())));
            case Widget widget -> {}
            case GeneratedImage image -> {}
            case StructuredInput input -> {}
            case TaskItem task -> {}
            case WorkflowItem workflow -> {}
            case EndOfTurn end -> {}
        }
    }
}
