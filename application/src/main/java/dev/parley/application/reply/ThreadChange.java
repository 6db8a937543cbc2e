package dev.parley.application.reply;

import dev.parley.application.event.RunEvent;
import java.util.List;

/**
 * A change of a thread.
 *
 * @param events the events that tell of it
 * @param write stores it, inside a unit of work
 */
record ThreadChange(List<RunEvent> events, Runnable write) {}
