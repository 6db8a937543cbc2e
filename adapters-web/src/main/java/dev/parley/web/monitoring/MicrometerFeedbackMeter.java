package dev.parley.web.monitoring;

import static java.util.Locale.ROOT;

import dev.parley.application.thread.FeedbackMeter;
import dev.parley.domain.feedback.Rating;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts ratings as {@code parley.feedback}. */
public final class MicrometerFeedbackMeter implements FeedbackMeter {

    private final MeterRegistry meters;

    public MicrometerFeedbackMeter(MeterRegistry meters) {
        this.meters = meters;
        for (Rating rating : Rating.values()) {
            rated(rating, 0);
        }
    }

    @Override
    public void rated(Rating rating, int items) {
        meters.counter("parley.feedback", "rating", rating.name().toLowerCase(ROOT))
                .increment(items);
    }
}
