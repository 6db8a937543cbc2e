package dev.parley.domain.run;

/** Where a run stands. Only {@link #RUNNING} changes. */
public enum RunStatus {
    /** The assistant is answering. */
    RUNNING,
    /** The assistant ended its answer. */
    COMPLETED,
    /** The assistant or a step of the run failed. */
    FAILED,
    /** A user stopped it. */
    CANCELLED,
    /** Its node stopped before its end. */
    INTERRUPTED
}
