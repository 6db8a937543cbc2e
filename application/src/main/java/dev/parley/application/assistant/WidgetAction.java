package dev.parley.application.assistant;

import dev.parley.domain.item.Widget;
import dev.parley.domain.shared.Json;
import org.jspecify.annotations.Nullable;

/**
 * Something that a user did with a widget, or a client in its user's name.
 *
 * @param type what was done, in the widget's words
 * @param payload what comes with it; {@link Json#NULL} for nothing
 * @param widget as it was stored when the action came; null where it was not done on one
 */
public record WidgetAction(
        String type, Json payload, @Nullable Widget widget) {}
