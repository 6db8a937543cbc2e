package dev.parley.assistant.stream;

import dev.parley.domain.item.Annotation;
import java.util.List;
import java.util.Map;

/**
 * The next part of a model's message, or a whole one.
 *
 * @param pieces in the order in which they are shown
 * @param others unknown members and those of reasoning, by their names, as JSON
 * @param alive whether it shows that the model works, be it with text in an unknown member
 */
record Delta(
        List<Piece> pieces,
        List<Annotation> sources,
        List<CallFragment> calls,
        Map<String, String> others,
        boolean alive) {

    boolean hasContent() {
        return !pieces.isEmpty() || !calls.isEmpty();
    }
}
