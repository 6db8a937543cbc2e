package dev.parley.web.testing;

import dev.parley.application.assistant.ActionHandler;
import dev.parley.application.assistant.ItemChange;
import dev.parley.application.assistant.Reply;
import dev.parley.application.assistant.Turn;
import dev.parley.application.assistant.WidgetAction;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.item.Widget;
import dev.parley.domain.shared.Json;
import java.util.Optional;
import java.util.Set;

/**
 * Handles {@code fill}, which puts its payload in the place of the widget's tree, or nothing where it is no tree, and
 * {@code greet}, which does without.
 */
public final class ScriptedActions implements ActionHandler {

    @Override
    public Set<String> types() {
        return Set.of("fill", "greet");
    }

    @Override
    public void handle(WidgetAction action, Turn turn, Reply reply) {
        filled(action).ifPresent(reply::change);
        reply.text("Hello from " + action.type() + ".");
    }

    @Override
    public Optional<ItemChange> handleAtOnce(WidgetAction action, Conversation conversation, String locale) {
        return filled(action);
    }

    private static Optional<ItemChange> filled(WidgetAction action) {
        Widget widget = action.widget();
        if (!action.type().equals("fill") || widget == null) {
            return Optional.empty();
        }
        Json tree = action.payload().text().startsWith("{") ? action.payload() : Json.EMPTY_OBJECT;
        return Optional.of(ItemChange.ofWidget(widget.id(), before -> tree));
    }
}
