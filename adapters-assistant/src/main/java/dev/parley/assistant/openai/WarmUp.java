package dev.parley.assistant.openai;

import dev.parley.application.model.ModelTurn;
import dev.parley.application.model.Prompt;
import dev.parley.application.tool.ToolDefinition;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Loads, without a provider, what the first answer would have to wait seconds for. */
public final class WarmUp {

    private static final String STREAM = """
            data: {"choices":[{"index":0,"delta":{"role":"assistant","content":"Hi"},"finish_reason":null}]}

            data: {"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"a","function":{"name":"b","arguments":"{}"}}]},"finish_reason":"stop"}]}

            data: {"choices":[],"usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}}

            data: [DONE]

            """;

    private static final Interceptor PROVIDER = chain -> new Response.Builder()
            .request(chain.request())
            .protocol(Protocol.HTTP_1_1)
            .code(200)
            .message("OK")
            .body(ResponseBody.create(STREAM, MediaType.get("text/event-stream")))
            .build();

    private WarmUp() {}

    /**
     * Goes through a made-up turn, which takes seconds; to be called outside the start-up path.
     *
     * @return the turn
     */
    public static ModelTurn run() {
        try (OpenAiModel model =
                new OpenAiModel(OpenAiSettings.of(null, null), new SimpleMeterRegistry(), List.of(PROVIDER))) {
            Prompt prompt = new Prompt(
                    List.of(new Prompt.FromSystem("Hi"), new Prompt.FromUser("Hi")),
                    List.of(new ToolDefinition("b", "c", "{\"type\":\"object\"}", "d")));
            return model.answer(prompt, delta -> {});
        }
    }
}
