package dev.parley.web.session;

import static dev.parley.web.session.SessionResponses.RESPONSES;

import dev.parley.domain.conversation.AssistantMessage;
import dev.parley.domain.conversation.ClientToolCall;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.EndOfTurn;
import dev.parley.domain.conversation.GeneratedImage;
import dev.parley.domain.conversation.HiddenItem;
import dev.parley.domain.conversation.Item;
import dev.parley.domain.conversation.StructuredInput;
import dev.parley.domain.conversation.TaskItem;
import dev.parley.domain.conversation.ToolCall;
import dev.parley.domain.conversation.UserMessage;
import dev.parley.domain.conversation.Widget;
import dev.parley.domain.conversation.WorkflowItem;
import dev.parley.web.chatkit.Previews;
import dev.parley.web.chatkit.WireAttachment;
import dev.parley.web.session.HistoryResponse.Call;
import dev.parley.web.session.HistoryResponse.Content;
import dev.parley.web.session.HistoryResponse.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Items as messages: what an assistant did stands with the message in which it then speaks, or alone where it does not. */
final class MessageHistory {

    private final List<Message> messages = new ArrayList<>();
    private final List<ToolCall> calls = new ArrayList<>();

    private final ConversationId thread;
    private final Previews previews;

    private MessageHistory(ConversationId thread, Previews previews) {
        this.thread = thread;
        this.previews = previews;
    }

    static List<Message> of(ConversationId thread, List<Item> items, Previews previews) {
        MessageHistory history = new MessageHistory(thread, previews);
        items.forEach(history::add);
        history.endCalls();
        return List.copyOf(history.messages);
    }

    private void add(Item item) {
        switch (item) {
            case ToolCall call -> calls.add(call);
            case UserMessage message -> {
                endCalls();
                messages.add(new Message(
                        message.id().value(),
                        "user",
                        message.content().stream().map(Content::of).toList(),
                        attachments(message),
                        message.quotedText(),
                        null,
                        message.createdAt()));
            }
            case AssistantMessage message -> {
                messages.add(new Message(
                        message.id().value(),
                        "assistant",
                        message.content().stream().map(Content::of).toList(),
                        null,
                        null,
                        takeCalls(),
                        message.createdAt()));
            }
            case ClientToolCall other -> {}
            case Widget other -> {}
            case GeneratedImage other -> {}
            case StructuredInput other -> {}
            case TaskItem other -> {}
            case WorkflowItem other -> {}
            case EndOfTurn other -> {}
            case HiddenItem other -> {}
        }
    }

    private @Nullable List<WireAttachment> attachments(UserMessage message) {
        List<WireAttachment> attachments = message.attachments().stream()
                .map(attachment -> WireAttachment.of(thread, attachment, previews))
                .toList();
        return attachments.isEmpty() ? null : attachments;
    }

    private void endCalls() {
        if (!calls.isEmpty()) {
            ToolCall first = calls.getFirst();
            messages.add(new Message(
                    first.id().value(), "assistant", List.of(), null, null, takeCalls(), first.createdAt()));
        }
    }

    private @Nullable List<Call> takeCalls() {
        List<Call> taken = calls.stream().map(RESPONSES::call).toList();
        calls.clear();
        return taken.isEmpty() ? null : taken;
    }
}
