package dev.parley.assistant.stream;

import dev.parley.domain.item.Annotation;

/** Gets what a model says while it says it. */
public interface TurnListener {

    /** More of the answer. */
    void text(String delta);

    /** More of its reasoning. */
    void reasoning(String delta);

    /** Where something in the text so far comes from. */
    void source(Annotation annotation);

    /** More of a tool call. */
    void call();
}
