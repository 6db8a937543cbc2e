package dev.parley.domain.run;

import dev.parley.domain.item.UserMessage;

/**
 * A run that waits.
 *
 * @param message what it is to answer; no item of the thread before the run begins
 * @param options how it is to be answered
 */
public record QueuedRun(Run run, UserMessage message, RunOptions options) {}
