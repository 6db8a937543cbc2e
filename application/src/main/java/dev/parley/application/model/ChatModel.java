package dev.parley.application.model;

/** One turn of a language model. */
public interface ChatModel {

    /**
     * Lets the model answer, and waits until it has. Interrupting the thread ends the connection to the model within
     * 100 ms.
     *
     * @return what it asks for beside what it has said
     * @throws dev.parley.application.shared.StepFailed if it cannot answer; what it has said stands
     */
    ModelTurn answer(Prompt prompt, Speech speech);

    /** What a model says, as it says it. */
    interface Speech {

        /** More text. */
        void text(String delta);
    }
}
