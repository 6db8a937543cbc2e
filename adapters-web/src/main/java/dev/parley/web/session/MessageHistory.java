package dev.parley.web.session;

import static dev.parley.web.session.SessionResponses.RESPONSES;

import dev.parley.domain.conversation.AssistantMessage;
import dev.parley.domain.conversation.Item;
import dev.parley.domain.conversation.ToolCall;
import dev.parley.domain.conversation.UserMessage;
import dev.parley.web.session.HistoryResponse.Call;
import dev.parley.web.session.HistoryResponse.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Items as messages: what an assistant did stands with the message in which it then speaks, or alone where it does not. */
final class MessageHistory {

    private final List<Message> messages = new ArrayList<>();
    private final List<ToolCall> calls = new ArrayList<>();

    private MessageHistory() {}

    static List<Message> of(List<Item> items) {
        MessageHistory history = new MessageHistory();
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
                        message.content().stream().map(RESPONSES::content).toList(),
                        null,
                        message.createdAt()));
            }
            case AssistantMessage message -> {
                messages.add(new Message(
                        message.id().value(),
                        "assistant",
                        message.content().stream().map(RESPONSES::content).toList(),
                        takeCalls(),
                        message.createdAt()));
            }
        }
    }

    private void endCalls() {
        if (!calls.isEmpty()) {
            ToolCall first = calls.getFirst();
            messages.add(new Message(first.id().value(), "assistant", List.of(), takeCalls(), first.createdAt()));
        }
    }

    private @Nullable List<Call> takeCalls() {
        List<Call> taken = calls.stream().map(RESPONSES::call).toList();
        calls.clear();
        return taken.isEmpty() ? null : taken;
    }
}
