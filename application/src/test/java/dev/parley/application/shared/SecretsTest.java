package dev.parley.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
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
