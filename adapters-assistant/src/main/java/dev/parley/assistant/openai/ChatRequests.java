package dev.parley.assistant.openai;

import com.openai.core.JsonValue;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.chat.completions.ChatCompletionAssistantMessageParam;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import com.openai.models.chat.completions.ChatCompletionNamedToolChoice;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import dev.parley.application.model.Prompt;
import dev.parley.application.tool.RequestedCall;
import dev.parley.application.tool.ToolDefinition;
import dev.parley.assistant.stream.CallArguments;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Prompts in the provider's words. */
final class ChatRequests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final OpenAiSettings settings;

    ChatRequests(OpenAiSettings settings) {
        this.settings = settings;
    }

    ChatCompletionCreateParams of(Prompt prompt) {
        ChatCompletionCreateParams.Builder request = ChatCompletionCreateParams.builder()
                .model(modelOf(prompt))
                .streamOptions(
                        ChatCompletionStreamOptions.builder().includeUsage(true).build());
        if (settings.temperature() != null) {
            request.temperature(settings.temperature());
        }
        if (settings.maxTokens() != null) {
            request.putAdditionalBodyProperty(tokenLimit(), JsonValue.from(settings.maxTokens()));
        }
        prompt.messages().forEach(message -> add(request, message));
        prompt.tools().forEach(tool -> request.addFunctionTool(function(tool)));
        if (prompt.toolChoice() != null) {
            request.toolChoice(ChatCompletionNamedToolChoice.builder()
                    .function(ChatCompletionNamedToolChoice.Function.builder()
                            .name(prompt.toolChoice())
                            .build())
                    .build());
        }
        return request.build();
    }

    /** Who is to answer: whom the user has picked, or the usual model. */
    String modelOf(Prompt prompt) {
        String picked = prompt.model();
        return picked == null ? settings.model() : picked;
    }

    /** OpenAI's newer models refuse the old name, and many other servers do not know the new one. */
    private String tokenLimit() {
        return settings.baseUrl() == null ? "max_completion_tokens" : "max_tokens";
    }

    private static void add(ChatCompletionCreateParams.Builder request, Prompt.Message message) {
        switch (message) {
            case Prompt.FromSystem system -> request.addSystemMessage(system.text());
            case Prompt.FromUser user -> request.addUserMessage(UserParts.of(user));
            case Prompt.FromAssistant assistant -> request.addMessage(spoken(assistant));
            case Prompt.FromTool tool ->
                request.addMessage(ChatCompletionToolMessageParam.builder()
                        .toolCallId(tool.callId())
                        .content(tool.content())
                        .build());
        }
    }

    private static ChatCompletionAssistantMessageParam spoken(Prompt.FromAssistant message) {
        ChatCompletionAssistantMessageParam.Builder spoken = ChatCompletionAssistantMessageParam.builder();
        if (!message.text().isEmpty() || message.calls().isEmpty()) {
            spoken.content(message.text());
        }
        message.calls().forEach(call -> spoken.addToolCall(call(call)));
        return spoken.build();
    }

    /** Many providers refuse a conversation for good in which arguments are no object. */
    private static ChatCompletionMessageFunctionToolCall call(RequestedCall call) {
        return ChatCompletionMessageFunctionToolCall.builder()
                .id(call.callId())
                .function(ChatCompletionMessageFunctionToolCall.Function.builder()
                        .name(call.name())
                        .arguments(CallArguments.isObject(call.arguments()) ? call.arguments() : CallArguments.NONE)
                        .build())
                .build();
    }

    private static FunctionDefinition function(ToolDefinition tool) {
        FunctionParameters.Builder parameters = FunctionParameters.builder();
        JSON.readValue(tool.schema(), OBJECT)
                .forEach((name, value) -> parameters.putAdditionalProperty(name, JsonValue.from(value)));
        return FunctionDefinition.builder()
                .name(tool.name())
                .description(tool.description())
                .parameters(parameters.build())
                .build();
    }
}
