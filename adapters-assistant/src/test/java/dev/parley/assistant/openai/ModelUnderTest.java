package dev.parley.assistant.openai;

import dev.parley.application.model.ChatModel.Speech;
import dev.parley.application.model.ModelTurn;
import dev.parley.application.model.Prompt;
import dev.parley.application.tool.ToolDefinition;
import dev.parley.assistant.testing.ModelRequest;
import dev.parley.assistant.testing.Script;
import dev.parley.assistant.testing.ScriptedModelServer;
import dev.parley.assistant.testing.SettableTicker;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A model that asks a scripted server, and what it has said. */
final class ModelUnderTest implements AutoCloseable {

    /** Longer than any test may take, so that what ends an answer is never this. */
    static final Duration TIMEOUT = Duration.ofHours(1);

    private static final ToolDefinition ADD =
            new ToolDefinition("add_task", "Adds a task", "{\"type\":\"object\",\"properties\":{}}", "Adding…");

    final ScriptedModelServer server = ScriptedModelServer.start();
    final SettableTicker ticker = new SettableTicker();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry(SimpleConfig.DEFAULT, ticker);
    final List<String> said = new CopyOnWriteArrayList<>();
    final List<String> thought = new CopyOnWriteArrayList<>();
    private OpenAiModel model = new OpenAiModel(settings(TIMEOUT, TIMEOUT), meters);

    /** Patient for as long as given instead. */
    ModelUnderTest patientFor(Duration firstToken, Duration idle) {
        return with(settings(firstToken, idle));
    }

    ModelUnderTest with(OpenAiSettings settings) {
        model.close();
        model = new OpenAiModel(settings, meters);
        return this;
    }

    OpenAiSettings settings(Duration firstToken, Duration idle) {
        return settings("secret-key", firstToken, idle, null, null);
    }

    OpenAiSettings settings(
            @Nullable String apiKey,
            Duration firstToken,
            Duration idle,
            @Nullable Double temperature,
            @Nullable Integer maxTokens) {
        return new OpenAiSettings(
                server.baseUrl(),
                apiKey,
                "test-model",
                Map.of("X-Title", "Parley"),
                firstToken,
                idle,
                2,
                temperature,
                maxTokens);
    }

    /** Asks, after the server was told what to do next. */
    ModelTurn answer(Script... scripts) {
        return answer(new Prompt(List.of(new Prompt.FromUser("Hi")), List.of(ADD)), scripts);
    }

    ModelTurn answer(Prompt prompt, Script... scripts) {
        List.of(scripts).forEach(server::then);
        return model.answer(prompt, new Speech() {
            @Override
            public void text(String delta) {
                said.add(delta);
            }

            @Override
            public void thought(String delta) {
                thought.add(delta);
            }
        });
    }

    ModelTurn answerTo(Speech speech) {
        return model.answer(new Prompt(List.of(new Prompt.FromUser("Hi")), List.of()), speech);
    }

    String text() {
        return String.join("", said);
    }

    ModelRequest request() {
        return server.requests().getLast();
    }

    JsonNode requestBody() {
        return new JsonMapper().readTree(request().body());
    }

    double failures(String reason) {
        return meters.counter("parley.model.failures", "reason", reason).count();
    }

    @Override
    public void close() {
        model.close();
        server.close();
    }
}
