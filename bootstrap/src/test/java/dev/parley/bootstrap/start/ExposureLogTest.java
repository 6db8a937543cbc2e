package dev.parley.bootstrap.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExposureLogTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.9.9.9", "::1"})
    void onLoopbackThereIsNothingToSay(String address) {
        assertThat(ExposureLog.notices(InetAddress.ofLiteral(address), false, true))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.1", "::", "2001:db8::1"})
    void elsewhereThePublicAddressIsMissedAndTheDescriptionNamed(String address) {
        assertThat(ExposureLog.notices(InetAddress.ofLiteral(address), false, true))
                .satisfiesExactly(
                        url -> assertThat(url).contains("PARLEY_PUBLIC_URL"),
                        description -> assertThat(description).contains("Swagger UI", "SPRINGDOC_API_DOCS_ENABLED"));
    }

    @Test
    void everyAddressIsElsewhere() {
        assertThat(ExposureLog.notices(null, false, false)).hasSize(1);
    }

    @Test
    void whatIsSetIsNotMissed() {
        assertThat(ExposureLog.notices(null, true, false)).isEmpty();
    }
}
