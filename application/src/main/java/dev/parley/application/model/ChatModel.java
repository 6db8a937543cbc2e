package dev.parley.application.model;

import dev.parley.domain.item.Annotation;

/** One turn of a language model. */
public interface ChatModel {

    /**
     * Lets the model answer, and waits until it has. Interrupting the thread ends the connection to the model within
     * 100 ms.
     *
     * @return what it asks for beside what it has said
     * @throws dev.parley.application.shared.SystemFailure if it cannot answer; what it has said stands
     */
    ModelTurn answer(Prompt prompt, Speech speech);

    /** What a model says, as it says it. */
    interface Speech {

        /** More text. */
        void text(String delta);

        /**
         * More of what it thinks before it speaks or asks for something, as far as it lets that be known. Where a connection
         * breaks before the first text, it thinks again from the start. Who listens to the text alone need not care.
         */
        default void thought(String delta) {}

        /** Where something in the text so far comes from; whoever listens to the text alone need not care. */
        default void source(Annotation annotation) {}
    }
}
