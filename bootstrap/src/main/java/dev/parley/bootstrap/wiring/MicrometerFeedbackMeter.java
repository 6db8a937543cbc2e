package dev.parley.bootstrap.wiring;

import static java.util.Locale.ROOT;

import dev.parley.application.thread.FeedbackMeter;
import dev.parley.domain.conversation.Rating;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts ratings as {@code parley.feedback}. */
final class MicrometerFeedbackMeter implements FeedbackMeter {

    private final MeterRegistry meters;

    MicrometerFeedbackMeter(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void rated(Rating rating, int items) {
        meters.counter("parley.feedback", "rating", rating.name().toLowerCase(ROOT))
                .increment(items);
    }
}
