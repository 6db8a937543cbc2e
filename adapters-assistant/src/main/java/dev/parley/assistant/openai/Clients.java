package dev.parley.assistant.openai;

import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.LogLevel;
import com.openai.core.Timeout;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Makes the library's clients: without retries, telemetry and time limits of their own. */
final class Clients {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final String NO_KEY = "none";

    private Clients() {}

    /**
     * Begins a client.
     *
     * @param requestTimeout how long a whole request may take; zero for no limit
     */
    static OpenAIOkHttpClient.Builder builder(OpenAiSettings settings, Duration requestTimeout) {
        OpenAIOkHttpClient.Builder client = OpenAIOkHttpClient.builder()
                .baseUrl(settings.baseUrl())
                .maxRetries(0)
                .disableTelemetry(true)
                .logLevel(LogLevel.OFF)
                .timeout(Timeout.builder()
                        .connect(CONNECT_TIMEOUT)
                        .request(requestTimeout)
                        .build());
        authenticate(client, settings.apiKey());
        settings.headers().forEach(client::replaceHeaders);
        return client;
    }

    /** The library insists on a key; where there is none, its header is left out. */
    private static void authenticate(OpenAIOkHttpClient.Builder client, @Nullable String apiKey) {
        if (apiKey == null || apiKey.isBlank()) {
            client.apiKey(NO_KEY).removeHeaders("Authorization");
        } else {
            client.apiKey(apiKey);
        }
    }
}
