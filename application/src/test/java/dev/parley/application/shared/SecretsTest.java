package dev.parley.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretsTest {

    private final Secrets secrets = new Secrets(Arrays.asList("sk-0123456789", null, "short", "Bearer 9876543210"));

    @Test
    void secretsAreReplacedInAFailureAndItsCauses() {
        IOException cause = new IOException("401: {\"error\": \"no key sk-0123456789, nor 9876543210\"}");

        Throwable hidden = secrets.hideIn(new IllegalStateException("sk-0123456789 failed", cause));

        assertThat(trace(hidden))
                .startsWith("java.lang.IllegalStateException: [secret] failed")
                .contains("Caused by: java.io.IOException: 401: {\"error\": \"no key [secret], nor [secret]\"}")
                .contains("SecretsTest.secretsAreReplacedInAFailureAndItsCauses")
                .doesNotContain("0123456789", "9876543210");
    }

    @Test
    void soAreThoseOfWhatWasSuppressed() {
        IllegalStateException failure = new IllegalStateException("a message");
        failure.addSuppressed(new IOException("closing with sk-0123456789"));

        assertThat(trace(secrets.hideIn(failure)))
                .startsWith("java.lang.IllegalStateException: a message")
                .contains("Suppressed: java.io.IOException: closing with [secret]");
    }

    @Test
    void failuresInACircleEnd() {
        IOException first = new IOException("sk-0123456789");
        IllegalStateException second = new IllegalStateException("second", first);
        first.initCause(second);
        first.addSuppressed(second);

        assertThat(trace(secrets.hideIn(second))).contains("second", "[secret]").doesNotContain("0123456789");
    }

    @Test
    void soAreTheSecretsInAUrl() {
        Secrets ofUrl = new Secrets(List.of("https://ada:password-1@tools.example/mcp?key=abc%2Bdefgh&v=1#top"));

        assertThat(ofUrl.hideIn("GET /mcp?key=abc%2Bdefgh&v=1: no abc+defgh, nor password-1, on tools.example"))
                .isEqualTo("GET /mcp?key=[secret]&v=1: no [secret], nor [secret], on tools.example");
    }

    @Test
    void ofASecretThatHoldsAnotherNothingIsLeft() {
        assertThat(new Secrets(List.of("password", "password-of-ada")).hideIn("no password-of-ada"))
                .isEqualTo("no [secret]");
    }

    @Test
    void aFailureWithoutSecretsIsLeftAsItIs() {
        IllegalStateException failure = new IllegalStateException("a short message", new IOException("another"));

        assertThat(secrets.hideIn(failure)).isSameAs(failure);
    }

    private static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
