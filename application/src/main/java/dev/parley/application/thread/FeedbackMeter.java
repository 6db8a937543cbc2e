package dev.parley.application.thread;

import dev.parley.domain.feedback.Rating;

/** Counts what users think of answers. */
public interface FeedbackMeter {

    /** Some items were rated. */
    void rated(Rating rating, int items);
}
