package dev.parley.application.run;

import dev.parley.application.assistant.TurnCause;
import dev.parley.application.event.RunEvent;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversation.Appended;
import java.util.List;

/**
 * What a user's deed makes of a thread before the assistant answers.
 *
 * @param conversation as it is now
 * @param cause what the user did
 * @param first what is told first
 * @param then what is told behind the options of the stream
 */
public record TurnTrigger(Conversation conversation, TurnCause cause, List<RunEvent> first, List<RunEvent> then) {

    public TurnTrigger {
        first = List.copyOf(first);
        then = List.copyOf(then);
    }

    /** A deed that is not told, because its client knows of it. */
    public static TurnTrigger untold(Conversation conversation, TurnCause cause) {
        return new TurnTrigger(conversation, cause, List.of(), List.of());
    }

    /** A message in a thread. */
    static TurnTrigger message(Conversation before, Appended appended) {
        Conversation after = appended.conversation();
        List<RunEvent> titled =
                after.title().equals(before.title()) ? List.of() : List.of(new RunEvent.ThreadUpdated(after));
        return new TurnTrigger(after, TurnCause.SPOKEN, List.of(new RunEvent.ItemDone(appended.item())), titled);
    }

    /** The first message of a new thread. */
    static TurnTrigger thread(Appended appended) {
        return new TurnTrigger(
                appended.conversation(),
                TurnCause.SPOKEN,
                List.of(new RunEvent.ThreadCreated(appended.conversation()), new RunEvent.ItemDone(appended.item())),
                List.of());
    }
}
