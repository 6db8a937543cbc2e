package dev.parley.web.session;

import static dev.parley.web.session.SessionResponses.RESPONSES;

import dev.parley.application.history.History;
import dev.parley.domain.item.AssistantMessage;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ToolCall;
import dev.parley.domain.item.UserMessage;
import dev.parley.web.item.Previews;
import dev.parley.web.item.WireAttachment;
import dev.parley.web.session.HistoryResponse.Call;
import dev.parley.web.session.HistoryResponse.Content;
import dev.parley.web.session.HistoryResponse.Message;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A history's messages: what an assistant did stands with the message in which it then speaks, or alone where it does not.
 * One message is made at a time. Calls come before their message and are written after what it says, so they are read again
 * then, instead of being kept until then.
 */
final class MessageHistory implements Iterator<Message> {

    private final History history;
    private final Previews previews;
    private final Iterator<Item> items;
    private @Nullable CallRange calls;
    private @Nullable UserMessage held;

    MessageHistory(History history, Previews previews) {
        this.history = history;
        this.previews = previews;
        this.items = history.messagesAndCalls().iterator();
    }

    @Override
    public boolean hasNext() {
        return held != null || calls != null || items.hasNext();
    }

    @Override
    public Message next() {
        UserMessage after = held;
        if (after != null) {
            held = null;
            return message(after);
        }
        while (items.hasNext()) {
            Item item = items.next();
            if (item instanceof ToolCall call) {
                calls = calls == null ? CallRange.of(call) : calls.upTo(call);
            } else if (item instanceof AssistantMessage message) {
                return message(message);
            } else if (item instanceof UserMessage message) {
                return calls == null ? message(message) : callsBefore(message);
            }
        }
        return alone();
    }

    private Message callsBefore(UserMessage message) {
        held = message;
        return alone();
    }

    private Message message(UserMessage message) {
        return new Message(
                message.id().value(),
                "user",
                message.content().stream().map(Content::of).toList(),
                attachments(message),
                message.quotedText(),
                null,
                message.createdAt());
    }

    private Message message(AssistantMessage message) {
        return new Message(
                message.id().value(),
                "assistant",
                message.content().stream().map(Content::of).toList(),
                null,
                null,
                takeCalls(),
                message.createdAt());
    }

    /** What an assistant did before it could say anything of it. */
    private Message alone() {
        CallRange range = calls;
        if (range == null) {
            throw new NoSuchElementException();
        }
        ToolCall first = range.first();
        return new Message(first.id().value(), "assistant", List.of(), null, null, takeCalls(), first.createdAt());
    }

    private @Nullable Iterable<Call> takeCalls() {
        CallRange range = calls;
        calls = null;
        return range == null ? null : () -> calls(range);
    }

    private Iterator<Call> calls(CallRange range) {
        return StreamSupport.stream(
                        history.calls(range.first().sequence(), range.last()).spliterator(), false)
                .map(call -> RESPONSES.call((ToolCall) call))
                .iterator();
    }

    private @Nullable List<WireAttachment> attachments(UserMessage message) {
        List<WireAttachment> attachments = message.attachments().stream()
                .map(attachment -> WireAttachment.of(history.conversation().id(), attachment, previews))
                .toList();
        return attachments.isEmpty() ? null : attachments;
    }

    /**
     * Calls one after another.
     *
     * @param last the sequence of the last
     */
    private record CallRange(ToolCall first, long last) {

        static CallRange of(ToolCall call) {
            return new CallRange(call, call.sequence());
        }

        CallRange upTo(ToolCall call) {
            return new CallRange(first, call.sequence());
        }
    }
}
