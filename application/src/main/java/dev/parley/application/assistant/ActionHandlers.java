package dev.parley.application.assistant;

import dev.parley.application.shared.SystemFailure;
import dev.parley.application.shared.TimeLimit;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.shared.Failure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All handlers of actions of a node, by the types of the actions. */
public final class ActionHandlers {

    private final Map<String, ActionHandler> handlers = new HashMap<>();
    private final TimeLimit atOnce;

    /**
     * Makes them.
     *
     * @param atOnce bounds how long a client waits for one
     * @throws IllegalArgumentException if two of them handle the same type
     */
    public ActionHandlers(List<ActionHandler> handlers, TimeLimit atOnce) {
        this.atOnce = atOnce;
        for (ActionHandler handler : handlers) {
            for (String type : handler.types()) {
                if (this.handlers.putIfAbsent(type, handler) != null) {
                    throw new IllegalArgumentException("two handlers take actions of the type " + type);
                }
            }
        }
    }

    /**
     * The handler of a type.
     *
     * @throws Failure UNKNOWN_ACTION if there is none
     */
    public ActionHandler of(String type) {
        ActionHandler handler = handlers.get(type);
        if (handler == null) {
            throw new Failure(ConversationError.UNKNOWN_ACTION);
        }
        return handler;
    }

    /**
     * Handles an action whose client waits for it; see {@link ActionHandler#handleAtOnce}.
     *
     * @throws SystemFailure if it takes too long; it is interrupted then, and what it makes of an item is not stored
     */
    public Optional<ItemChange> handleAtOnce(WidgetAction action, Conversation conversation, String locale) {
        ActionHandler handler = of(action.type());
        return atOnce.await(
                () -> handler.handleAtOnce(action, conversation, locale),
                late -> SystemFailure.unavailable("action", late));
    }

    /** An assistant that leaves actions to these handlers. */
    public Assistant beside(Assistant assistant) {
        return (turn, reply) -> {
            if (turn.cause() instanceof TurnCause.Acted acted) {
                of(acted.action().type()).handle(acted.action(), turn, reply);
            } else {
                assistant.answer(turn, reply);
            }
        };
    }
}
