package dev.parley.domain.item;

import java.util.List;

/**
 * A part of an assistant's message.
 *
 * @param annotations where what it says comes from, in the order in which they were added
 */
public record OutputText(String text, List<Annotation> annotations) {

    public OutputText {
        annotations = List.copyOf(annotations);
    }

    /** Text without annotations. */
    public OutputText(String text) {
        this(text, List.of());
    }
}
