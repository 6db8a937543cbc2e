package dev.parley.web.rate;

import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.shared.SystemError;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInCapacityTest {

    private final SignInCapacity capacity = new SignInCapacity(1);

    @Test
    void whoComesWhileAllPlacesAreTakenIsRefused() {
        assertThatThereIsOnePlace();
    }

    @Test
    void aFailureGivesItsPlaceBack() {
        assertThatThrownBy(() -> capacity.call(place -> {
                    throw new IllegalStateException("fails");
                }))
                .isInstanceOf(IllegalStateException.class);

        String next = capacity.call(place -> "next");
        assertThat(next).isEqualTo("next");
    }

    @Test
    void whoWaitsLeavesItsPlaceAndIsRefusedIfItIsNotFreeInTime() {
        assertThatThrownBy(() -> capacity.call(waiting -> {
                    waiting.release();
                    return capacity.call(other -> acquire(waiting));
                }))
                .is(failure(SystemError.SERVICE_UNAVAILABLE));

        assertThatThereIsOnePlace();
    }

    @Test
    void whoIsInterruptedWhileItWaitsHasNoPlaceToGiveBack() {
        assertThatThrownBy(() -> capacity.call(waiting -> {
                    waiting.release();
                    Thread.currentThread().interrupt();
                    return acquire(waiting);
                }))
                .hasRootCauseInstanceOf(InterruptedException.class);

        assertThatThereIsOnePlace();
    }

    @Test
    void aPlaceThatIsFreeAgainIsTakenAgain() {
        String first = capacity.call(waiting -> {
            waiting.release();
            acquire(waiting);
            assertThatThrownBy(() -> capacity.call(place -> "second")).is(failure(SystemError.SERVICE_UNAVAILABLE));
            return "first";
        });

        assertThat(first).isEqualTo("first");

        assertThatThereIsOnePlace();
    }

    private void assertThatThereIsOnePlace() {
        capacity.call(first -> {
            assertThatThrownBy(() -> capacity.call(place -> "second")).is(failure(SystemError.SERVICE_UNAVAILABLE));
            return "first";
        });

        String third = capacity.call(place -> "third");
        assertThat(third).isEqualTo("third");
    }

    private static String acquire(SignInCapacity.Place place) {
        try {
            place.acquire(Duration.ZERO);
            return "acquired";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
