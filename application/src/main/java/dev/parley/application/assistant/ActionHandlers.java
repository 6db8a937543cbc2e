package dev.parley.application.assistant;

import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.shared.Failure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All handlers of actions of a node, by the types of the actions. */
public final class ActionHandlers {

    private final Map<String, ActionHandler> handlers = new HashMap<>();

    /**
     * Makes them.
     *
     * @throws IllegalArgumentException if two of them handle the same type
     */
    public ActionHandlers(List<ActionHandler> handlers) {
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
