package dev.parley.web.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.feedback.Rating;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class MicrometerFeedbackMeterTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void ratingsAreCountedByWhatTheySay() {
        MicrometerFeedbackMeter meter = new MicrometerFeedbackMeter(meters);

        meter.rated(Rating.POSITIVE, 2);
        meter.rated(Rating.POSITIVE, 1);
        meter.rated(Rating.NEGATIVE, 1);

        assertThat(count("positive")).isEqualTo(3);
        assertThat(count("negative")).isEqualTo(1);
    }

    @Test
    void ratingsAreThereBeforeTheFirst() {
        new MicrometerFeedbackMeter(meters);

        assertThat(count("positive")).isZero();
        assertThat(count("negative")).isZero();
    }

    private double count(String rating) {
        return meters.get("parley.feedback").tag("rating", rating).counter().count();
    }
}
