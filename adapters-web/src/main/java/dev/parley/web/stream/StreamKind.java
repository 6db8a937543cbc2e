package dev.parley.web.stream;

/** What a client reads as a stream. */
public enum StreamKind {
    /** A ChatKit operation. */
    CHATKIT,
    /** The run that the request has begun. */
    RUN,
    /** The events of a run that was begun before. */
    EVENTS
}
