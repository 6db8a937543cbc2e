package dev.parley.domain.run;

import dev.parley.domain.item.UserMessage;

/**
 * A run that waits.
 *
 * @param message what it is to answer; an item of the thread already, unless a node of the previous version has taken it in
 * @param options how it is to be answered
 */
public record QueuedRun(Run run, UserMessage message, RunOptions options) {}
