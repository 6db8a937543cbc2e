package dev.parley.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.shared.ServerBusy;
import org.junit.jupiter.api.Test;

class SignInCapacityTest {

    private final SignInCapacity capacity = new SignInCapacity(1);

    @Test
    void whoComesWhileAllPlacesAreTakenIsRefused() {
        capacity.call(() -> {
            assertThatThrownBy(() -> capacity.call(() -> "second")).isInstanceOf(ServerBusy.class);
            return "first";
        });

        assertThat(capacity.call(() -> "third")).isEqualTo("third");
    }

    @Test
    void aFailureGivesItsPlaceBack() {
        assertThatThrownBy(() -> capacity.call(() -> {
                    throw new IllegalStateException("fails");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(capacity.call(() -> "next")).isEqualTo("next");
    }
}
