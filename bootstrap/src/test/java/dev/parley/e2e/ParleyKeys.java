package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import dev.parley.web.testing.Api;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** API keys as an operator makes them, and OpenAI's own client with one. */
final class ParleyKeys {

    private static final Pattern KEY = Pattern.compile("^parley_sk_[0-9a-f]{64}$", Pattern.MULTILINE);

    private ParleyKeys() {}

    /** Makes a key with the command, which runs in the folder and with the environment of a server. */
    static String add(Path folder, Map<String, String> environment) {
        List<String> arguments = List.of("keys", "add", "key-" + UUID.randomUUID());
        try (ParleyProcess command = ParleyProcess.launch(folder, environment, arguments)) {
            int exitCode = command.awaitEnd();
            assertThat(exitCode).as(command.output()).isZero();
            Matcher key = KEY.matcher(command.output());
            assertThat(key.find()).as(command.output()).isTrue();
            return key.group();
        }
    }

    /** OpenAI's client with another address and key. */
    static OpenAIClient client(Api parley, String key) {
        return OpenAIOkHttpClient.builder()
                .baseUrl(parley.server() + "/v1")
                .apiKey(key)
                .maxRetries(0)
                .build();
    }
}
