package dev.parley.application.run;

import dev.parley.application.event.RunSubscription;
import dev.parley.domain.run.Run;

/**
 * A run that has begun, or waits.
 *
 * @param run as it was when it was committed
 * @param events its events from the first; to be closed by who reads them
 * @param isRepeated whether an earlier request with the same key began it
 */
public record RunHandle(Run run, RunSubscription events, boolean isRepeated) {}
