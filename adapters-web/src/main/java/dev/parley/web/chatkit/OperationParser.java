package dev.parley.web.chatkit;

import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.LocalizedText;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads requests of the protocol. */
@Component
final class OperationParser {

    static final String TRANSCRIBE = "input.transcribe";
    private static final String PARAMS = "params";

    /** What each operation needs, by its type. */
    static final Map<String, Class<? extends OperationParams>> TYPES = Map.ofEntries(
            Map.entry("threads.create", ThreadParams.Create.class),
            Map.entry("threads.add_user_message", ThreadParams.AddUserMessage.class),
            Map.entry("threads.add_client_tool_output", InputParams.ToolOutput.class),
            Map.entry("threads.add_structured_input", InputParams.Structured.class),
            Map.entry("threads.retry_after_item", ThreadParams.Retry.class),
            Map.entry("threads.custom_action", ItemParams.Streamed.class),
            Map.entry("threads.sync_custom_action", ItemParams.AtOnce.class),
            Map.entry("threads.get_by_id", ThreadParams.Get.class),
            Map.entry("threads.list", ThreadParams.Listed.class),
            Map.entry("threads.update", ThreadParams.Update.class),
            Map.entry("threads.delete", ThreadParams.Delete.class),
            Map.entry("items.list", ItemParams.Listed.class),
            Map.entry("items.feedback", ItemParams.Feedback.class),
            Map.entry("attachments.create", FileParams.Create.class),
            Map.entry("attachments.delete", FileParams.Delete.class),
            Map.entry(TRANSCRIBE, FileParams.Transcribe.class));

    private final JsonMapper json;

    OperationParser(JsonMapper json) {
        this.json = json;
    }

    /**
     * Reads a request.
     *
     * @throws InvalidRequest naming the field that cannot be
     * @throws JacksonException if a field has the wrong type
     */
    Operation of(ChatKitRequest request) {
        String type = Params.required("type", request.type());
        Class<? extends OperationParams> form = TYPES.get(type);
        if (form == null) {
            throw new InvalidRequest("type", LocalizedText.of("names no operation of the ChatKit protocol"));
        }
        checkObject("metadata", request.metadata());
        JsonSlice params = Params.required(PARAMS, request.params());
        checkObject(PARAMS, params);
        return operation(form, request.bytes().value(), params);
    }

    private Operation operation(Class<? extends OperationParams> form, byte[] bytes, JsonSlice params) {
        try {
            OperationParams read = json.readerFor(form)
                    .without(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .readValue(bytes, params.offset(), params.length());
            return read.operation();
        } catch (InvalidRequest e) {
            throw e.within(PARAMS);
        } catch (JacksonException e) {
            if (e.getCause() instanceof InvalidRequest invalid) {
                throw invalid.within(PARAMS);
            }
            throw e.prependPath(ChatKitRequest.class, PARAMS);
        }
    }

    private static void checkObject(String field, @Nullable JsonSlice value) {
        if (value != null && !value.isObject()) {
            throw new InvalidRequest(field, LocalizedText.of("must be an object"));
        }
    }
}
