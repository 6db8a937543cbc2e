package dev.parley.application.assistant;

import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.shared.Failure;
import java.util.Optional;
import java.util.Set;

/**
 * Does what users ask for by acting on widgets. A Spring bean of this type joins the others. Two that handle the same
 * type stop the start: that of a built-in one, such as {@code task.complete}, cannot be taken.
 *
 * <p>There is one object for all users: it handles several actions at once, each on a thread of its own, which is interrupted
 * as that of {@link Assistant#answer} is. An action's payload comes from the client as it is, and is checked by no schema.
 */
public interface ActionHandler {

    /** The types of the actions that it handles. */
    Set<String> types();

    /**
     * Handles an action as an assistant answers a message: it says, shows and stores what it likes, and returns when it is
     * done. See {@link Assistant#answer}. The widget may have changed since it was read for the action; {@link Reply#change}
     * changes it as it is.
     *
     * @param turn the thread as it is, whose cause is the action
     * @throws RuntimeException if it cannot handle it; what it has said so far is kept
     */
    void handle(WidgetAction action, Turn turn, Reply reply);

    /**
     * Handles an action whose client waits for it, outside any unit of work and any run; others may be handled, and the
     * assistant may answer, at the same time. Whatever refuses an action does so before it is done: once this has returned
     * it is done, whatever becomes of the change. A client that heard of no answer sends it again, so that doing it twice
     * has to be as doing it once.
     *
     * @param locale the user's language, a BCP 47 tag
     * @return a change of an item of the thread, which is made and stored then; empty where none is to change
     * @throws Failure UNKNOWN_ACTION if this action is for {@link #handle} alone, as it is by default
     * @throws RuntimeException if it cannot handle it, and has not done it
     */
    default Optional<ItemChange> handleAtOnce(WidgetAction action, Conversation conversation, String locale) {
        throw new Failure(ConversationError.UNKNOWN_ACTION);
    }
}
