package dev.parley.assistant.openai;

import dev.parley.application.shared.Secrets;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a provider is reached, and how patient Parley is with it.
 *
 * @param baseUrl with the version, such as {@code http://localhost:11434/v1}; null for OpenAI
 * @param apiKey null or blank where the provider needs none
 * @param headers extra ones of every request
 * @param firstTokenTimeout how long an answer may take to begin, with all retries
 * @param idleTimeout how long an answer that has begun may pause
 * @param retries how often a request that failed in passing is sent again
 * @param temperature null for the provider's choice
 * @param maxTokens the most tokens of an answer, null for the provider's choice
 */
public record OpenAiSettings(
        @Nullable String baseUrl,
        @Nullable String apiKey,
        String model,
        Map<String, String> headers,
        Duration firstTokenTimeout,
        Duration idleTimeout,
        int retries,
        @Nullable Double temperature,
        @Nullable Integer maxTokens) {

    /** The model that is asked unless another is named. */
    public static final String DEFAULT_MODEL = "gpt-4o-mini";

    /** Copies the headers, and checks the address. */
    public OpenAiSettings {
        headers = Map.copyOf(headers);
        if (baseUrl != null && !isWeb(URI.create(baseUrl))) {
            throw new IllegalArgumentException("the assistant's base URL must begin with http:// or https://");
        }
    }

    /** A provider with everything else as it is by default. */
    public static OpenAiSettings of(@Nullable String baseUrl, @Nullable String apiKey) {
        return new OpenAiSettings(
                baseUrl,
                apiKey,
                DEFAULT_MODEL,
                Map.of(),
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                2,
                null,
                null);
    }

    /** What must not be logged. */
    Secrets secrets() {
        return new Secrets(Stream.concat(Stream.ofNullable(apiKey), headers.values().stream())
                .toList());
    }

    /** Names the extra headers without their values, which may be secrets as the key is. */
    @Override
    public String toString() {
        return "OpenAiSettings[baseUrl=%s, apiKey=%s, model=%s, headers=%s, firstTokenTimeout=%s, idleTimeout=%s, retries=%d, temperature=%s, maxTokens=%s]"
                .formatted(
                        baseUrl,
                        apiKey == null ? "none" : "hidden",
                        model,
                        headers.keySet(),
                        firstTokenTimeout,
                        idleTimeout,
                        retries,
                        temperature,
                        maxTokens);
    }

    private static boolean isWeb(URI uri) {
        return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null;
    }
}
