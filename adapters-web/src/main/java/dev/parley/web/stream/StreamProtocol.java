package dev.parley.web.stream;

import dev.parley.application.event.SequencedEvent;
import dev.parley.web.item.WireEvent;
import java.io.IOException;
import java.time.Duration;

/** What protocols do differently in a stream of a run's events. */
public interface StreamProtocol {

    /** How long a run may be silent before its client's connection is looked at; at most a second. */
    Duration checkInterval();

    /** Begins the stream, after its headers. */
    default void begin(EventStream out) throws IOException {}

    /** Writes an event. */
    void event(SequencedEvent event, WireEvent shown, EventStream out) throws IOException;

    /** Ends the stream after the run's last event. */
    default void end(EventStream out) throws IOException {}

    /** Ends the stream of a run that goes on, or whose log cannot be read here. */
    void interrupt(EventStream out) throws IOException;

    /** Ends the stream after a defect. */
    default void fail(RuntimeException defect, EventStream out) throws IOException {
        throw defect;
    }

    /** Notes that the client has left before the end. */
    default void disconnected() {}
}
