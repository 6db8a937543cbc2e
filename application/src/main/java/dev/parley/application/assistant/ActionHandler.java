package dev.parley.application.assistant;

import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.item.Item;
import dev.parley.domain.shared.Failure;
import java.util.Optional;
import java.util.Set;

/** Does what users ask for by acting on widgets. A Spring bean of this type joins the others. */
public interface ActionHandler {

    /** The types of the actions that it handles. */
    Set<String> types();

    /**
     * Handles an action as an assistant answers a message: it says, shows and stores what it likes, and returns when it is
     * done. See {@link Assistant#answer}.
     *
     * @param turn the thread as it is, whose cause is the action
     * @throws RuntimeException if it cannot handle it; what it has said so far is kept
     */
    void handle(WidgetAction action, Turn turn, Reply reply);

    /**
     * Handles an action whose client waits for it, outside any unit of work and any run.
     *
     * @param locale the user's language, a BCP 47 tag
     * @return what has become of an item of the thread, which is then stored; empty where none has changed
     * @throws Failure UNKNOWN_ACTION if this action is for {@link #handle} alone, as it is by default
     * @throws RuntimeException if it cannot handle it
     */
    default Optional<Item> handleAtOnce(WidgetAction action, Conversation conversation, String locale) {
        throw new Failure(ConversationError.UNKNOWN_ACTION);
    }
}
