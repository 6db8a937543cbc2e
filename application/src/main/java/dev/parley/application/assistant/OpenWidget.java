package dev.parley.application.assistant;

import dev.parley.domain.item.ItemId;
import dev.parley.domain.shared.Json;

/** A widget that changes while it is shown; see {@link Reply} for what its methods throw. */
public interface OpenWidget {

    /** The widget's id. */
    ItemId id();

    /**
     * Shows the widget as it is now; clients are told what has changed. Text of a {@code Text} or {@code Markdown} component
     * with an {@code id} may grow bit by bit; it is complete when it is not {@code streaming}.
     *
     * @param state the whole tree of its components, an object of at most 256 Ki UTF-16 units
     * @return this
     * @throws IllegalArgumentException if it is no JSON object, or too long
     */
    OpenWidget show(Json state);

    /** Commits the widget as it is; one that was never shown is forgotten. Done a second time, it does nothing. */
    void done();
}
