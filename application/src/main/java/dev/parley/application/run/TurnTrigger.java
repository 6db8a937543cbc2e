package dev.parley.application.run;

import dev.parley.application.assistant.TurnCause;
import dev.parley.application.event.RunEvent;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversation.Appended;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.UserMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command has made of a conversation before the assistant answers.
 *
 * @param conversation as it is now
 * @param cause what the user did
 * @param message what the assistant is to answer; null where the cause is another
 * @param first events before the options of the stream
 * @param then events after them
 */
public record TurnTrigger(
        Conversation conversation,
        TurnCause cause,
        @Nullable UserMessage message,
        List<RunEvent> first,
        List<RunEvent> then) {

    public TurnTrigger {
        first = List.copyOf(first);
        then = List.copyOf(then);
    }

    /** Something that has no event, because its client knows of it. */
    public static TurnTrigger silent(Conversation conversation, TurnCause cause) {
        return new TurnTrigger(conversation, cause, null, List.of(), List.of());
    }

    /** An item that has changed. */
    public static TurnTrigger replaced(Conversation conversation, TurnCause cause, Item item) {
        return new TurnTrigger(conversation, cause, null, List.of(), List.of(new RunEvent.ItemReplaced(item)));
    }

    /** The newest message, to be answered again. */
    public static TurnTrigger retry(Conversation conversation, UserMessage message) {
        return new TurnTrigger(conversation, TurnCause.MESSAGE_SENT, message, List.of(), List.of());
    }

    /** A message in a thread. */
    static TurnTrigger message(Conversation before, Appended appended) {
        Conversation after = appended.conversation();
        List<RunEvent> titled =
                after.title().equals(before.title()) ? List.of() : List.of(new RunEvent.ThreadUpdated(after));
        return message(appended, List.of(new RunEvent.ItemDone(appended.item())), titled);
    }

    /** The first message of a new thread. */
    static TurnTrigger thread(Appended appended) {
        return message(
                appended,
                List.of(new RunEvent.ThreadCreated(appended.conversation()), new RunEvent.ItemDone(appended.item())),
                List.of());
    }

    private static TurnTrigger message(Appended appended, List<RunEvent> first, List<RunEvent> then) {
        UserMessage message = (UserMessage) appended.item();
        return new TurnTrigger(appended.conversation(), TurnCause.MESSAGE_SENT, message, first, then);
    }
}
