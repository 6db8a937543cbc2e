package dev.parley.domain.shared;

import java.util.List;

/** A text of Parley's own: a constant of an enum, by whose name its translations are found. */
public interface TextTemplate {

    /** The key of its translations; no other text has it. */
    String name();

    /** The text in English; where there are arguments, a pattern of {@link java.text.MessageFormat}. */
    String english();

    /**
     * The text with its arguments.
     *
     * @param arguments texts, numbers, and other localized texts, which are given in the same language
     */
    default LocalizedText text(Object... arguments) {
        return new LocalizedText(this, List.of(arguments));
    }
}
