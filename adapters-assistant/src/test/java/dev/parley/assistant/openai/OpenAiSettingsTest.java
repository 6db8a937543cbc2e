package dev.parley.assistant.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiSettingsTest {

    @Test
    void keyAndHeadersAreNotPrinted() {
        OpenAiSettings settings = new OpenAiSettings(
                "https://example.org/v1",
                "sk-secret",
                "model",
                Map.of("X-Gateway-Key", "gateway-secret"),
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                2,
                null,
                null);

        assertThat(settings.toString())
                .contains("https://example.org/v1", "X-Gateway-Key")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:11434/v1", "ftp://example.org", "http:///v1"})
    void anAddressThatIsNotOfTheWebIsRefused(String baseUrl) {
        assertThatIllegalArgumentException().isThrownBy(() -> OpenAiSettings.of(baseUrl, null));
    }
}
