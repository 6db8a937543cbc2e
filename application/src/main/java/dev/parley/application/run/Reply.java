package dev.parley.application.run;

/** How an assistant speaks. Never waits for storage or for a client. */
public interface Reply {

    /**
     * Says more text.
     *
     * @param delta what comes next; an empty one says nothing
     * @throws RunStopped if nobody wants the answer any longer
     * @throws AnswerTooLong if the answer outgrows what Parley keeps
     */
    void text(String delta);
}
