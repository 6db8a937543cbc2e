package dev.parley.web.testing;

import dev.parley.application.run.ActionHandler;
import dev.parley.application.run.Reply;
import dev.parley.application.run.Turn;
import dev.parley.application.run.WidgetAction;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Item;
import dev.parley.domain.conversation.Widget;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Handles {@code fill}, which puts its payload in the place of the widget's tree, and {@code greet}, which needs none. */
public final class ScriptedActions implements ActionHandler {

    @Override
    public Set<String> types() {
        return Set.of("fill", "greet");
    }

    @Override
    public void handle(WidgetAction action, Turn turn, Reply reply) {
        if (action.type().equals("fill")) {
            reply.replace(filled(action));
        }
        reply.text("Hello from " + action.type() + ".");
    }

    @Override
    public Optional<Item> handleAtOnce(WidgetAction action, Conversation conversation, String locale) {
        return action.type().equals("fill") ? Optional.of(filled(action)) : Optional.empty();
    }

    private static Widget filled(WidgetAction action) {
        Widget widget = Objects.requireNonNull(action.widget());
        return new Widget(widget.id(), widget.sequence(), action.payload(), widget.copyText(), widget.createdAt());
    }
}
