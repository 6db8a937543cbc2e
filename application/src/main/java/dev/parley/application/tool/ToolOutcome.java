package dev.parley.application.tool;

/** How a call of a tool ends. */
public enum ToolOutcome {
    /** With a result. */
    OK,
    /** With an error as its result, or because the tool refused. */
    ERROR,
    /** Before the tool was called, since there is none of this name or its schema does not allow the arguments. */
    REFUSED,
    /** With something that was thrown, or without a result. */
    FAILED,
    /** By its timeout. */
    TIMED_OUT,
    /** With the run that wanted it. */
    CANCELLED
}
