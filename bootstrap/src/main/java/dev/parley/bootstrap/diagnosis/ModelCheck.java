package dev.parley.bootstrap.diagnosis;

import dev.parley.application.shared.Secrets;
import dev.parley.bootstrap.settings.AssistantSettings;
import dev.parley.bootstrap.settings.Setting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Does the API of the model answer, and take the key? It is asked for its models, which costs nothing. */
record ModelCheck(AssistantSettings settings) implements RemoteCheck {

    private static final String OPENAI = "https://api.openai.com/v1";

    @Override
    public String subject() {
        return "model";
    }

    @Override
    public String advice() {
        return "look at " + Setting.ASSISTANT_BASE_URL + " and " + Setting.ASSISTANT_API_KEY;
    }

    @Override
    public String examine() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return judged(client.send(request(), BodyHandlers.discarding()).statusCode());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "it cannot be asked: " + secrets().hideIn(String.valueOf(e.getMessage())), e);
        }
    }

    @Override
    public String toString() {
        return "ModelCheck[" + settings + "]";
    }

    private String judged(int status) {
        return switch (status) {
            case 200 ->
                settings.model() + " at " + place() + ", which takes "
                        + (settings.apiKey() == null ? "requests without a key" : "the key");
            // Not all of them list their models.
            case 404, 405 -> settings.model() + " at " + place() + ", which answers and cannot be asked about the key";
            case 401, 403 ->
                throw new IllegalStateException(place() + " refuses "
                        + (settings.apiKey() == null ? "requests without a key" : "the key") + " with " + status);
            default -> throw new IllegalStateException(place() + " answers with " + status);
        };
    }

    private HttpRequest request() {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(place() + "/models"));
        settings.headersByName().forEach(request::setHeader);
        if (settings.apiKey() != null) {
            request.setHeader("Authorization", "Bearer " + settings.apiKey());
        }
        return request.build();
    }

    /** Without parameters, which may be secrets. */
    private String place() {
        return Objects.requireNonNullElse(settings.baseUrl(), OPENAI).replaceFirst("/*(\\?.*)?$", "");
    }

    private Secrets secrets() {
        Map<String, String> headers = settings.headersByName();
        return new Secrets(Stream.concat(Stream.ofNullable(settings.apiKey()), headers.values().stream())
                .toList());
    }
}
