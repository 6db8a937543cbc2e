package dev.parley.domain.run;

/** Where a run stands. */
public enum RunStatus {
    /** It waits for the end of the runs before it. */
    QUEUED,
    /** The assistant is answering. */
    RUNNING,
    /** The assistant ended its answer. */
    COMPLETED,
    /** The assistant or a step of the run failed. */
    FAILED,
    /** A user stopped it. */
    CANCELLED,
    /** Its node stopped before its end. */
    INTERRUPTED;

    /** Whether nothing changes any more. */
    public boolean isEnd() {
        return this != QUEUED && this != RUNNING;
    }
}
