package dev.parley.application.reply;

import dev.parley.application.event.ItemUpdate;
import dev.parley.domain.item.StructuredInput;
import dev.parley.domain.shared.Json;
import java.util.List;

/** Looks into JSON, which Parley itself takes as it is. */
public interface JsonTrees {

    /** Whether the text is one well-formed JSON object (RFC 8259) and nothing else. */
    boolean isObject(Json json);

    /** Whether the text is one well-formed JSON value (RFC 8259) and nothing else. */
    boolean isWellFormed(Json json);

    /**
     * What changes one state of a widget into another, for a client that shows the first: text of a component with an id
     * that has grown, components with an id that have changed, or else the widget as a whole.
     *
     * @param before an object
     * @param after an object
     * @return nothing where nothing has changed
     */
    List<ItemUpdate> changes(Json before, Json after);

    /** The answers of a settled input as an object: by each question's id, what was answered. */
    Json answers(StructuredInput settled);
}
