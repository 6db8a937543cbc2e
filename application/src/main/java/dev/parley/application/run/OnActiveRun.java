package dev.parley.application.run;

/** What becomes of a message while the assistant is still answering in its thread. */
public enum OnActiveRun {
    /** It is refused. */
    REJECT,
    /** It waits for the end of the answer. */
    ENQUEUE,
    /** It stops the answer, and waits for its end. */
    INTERRUPT
}
