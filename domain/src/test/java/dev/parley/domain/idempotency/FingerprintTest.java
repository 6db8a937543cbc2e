package dev.parley.domain.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTest {

    private final Fingerprint fingerprint = of("POST /a", "{}");

    @Test
    void theSameRequestHasTheSame() {
        assertThat(of("POST /a", "{}")).isEqualTo(fingerprint);
        assertThat(fingerprint.sha256()).matches("[0-9a-f]{64}");
    }

    @Test
    void anotherBodyOrOperationHasAnother() {
        assertThat(of("POST /a", "{ }")).isNotEqualTo(fingerprint);
        assertThat(of("POST /b", "{}")).isNotEqualTo(fingerprint);
    }

    @Test
    void whatIsNamedIsNotTakenForContent() {
        assertThat(of("POST /a{", "}")).isNotEqualTo(fingerprint);
    }

    private static Fingerprint of(String operation, String body) {
        return Fingerprint.of(operation, body.getBytes(UTF_8));
    }
}
