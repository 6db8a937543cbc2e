package dev.parley.web.chatkit;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.parley.domain.attachment.AttachmentLimits;
import dev.parley.web.item.WireAttachment;
import dev.parley.web.item.WireItem;
import dev.parley.web.item.WirePage;
import dev.parley.web.item.WireThread;
import dev.parley.web.schema.Forms;
import dev.parley.web.schema.WireSchemas;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.lang.reflect.Executable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Describes the protocol's operations one by one, and what those are answered that need no stream. */
@Component
final class ChatKitDescription implements OpenApiCustomizer {

    private static final String JSON = org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
    private static final String EVENTS = org.springframework.http.MediaType.TEXT_EVENT_STREAM_VALUE;
    private static final String OK = "200";
    private static final String REQUEST = "ChatKitRequest";
    private static final String EVENT = "ChatKitServerSentEvent";
    private static final String ANSWER = "ChatKitAnswer";

    private final AttachmentLimits limits;

    ChatKitDescription(AttachmentLimits limits) {
        this.limits = limits;
    }

    @Override
    public void customise(OpenAPI api) {
        PathItem path = api.getPaths().get(ChatKitAllowance.PATH);
        if (path != null) {
            WireSchemas schemas = new WireSchemas(api.getComponents()::addSchemas);
            describe(path.getPost(), request(schemas), answer(schemas));
        }
    }

    private static void describe(Operation operation, Schema<?> request, Schema<?> answer) {
        content(operation.getRequestBody().getContent(), JSON).setSchema(request);
        ApiResponse answers = Objects.requireNonNull(operation.getResponses().get(OK));
        content(answers.getContent(), JSON).setSchema(answer);
        content(answers.getContent(), EVENTS).setSchema(new JsonSchema().$ref(EVENT));
    }

    private static MediaType content(Content content, String type) {
        return Objects.requireNonNull(content.get(type));
    }

    private Schema<?> request(WireSchemas schemas) {
        Map<String, Schema<?>> byType = new TreeMap<>();
        ChatKitOperation.TYPES.forEach((type, operation) -> byType.put(type, request(type, operation, schemas)));
        return schemas.oneOf(REQUEST, byType);
    }

    private Schema<?> request(String type, Class<?> operation, WireSchemas schemas) {
        String name = operation.getSimpleName();
        JsonSchema kind = WireSchemas.typed("string");
        kind.setEnum(List.of(type));
        Schema<?> request = WireSchemas.typed("object");
        request.addProperty("type", kind);
        request.addProperty("params", schemas.named(name + "Params", params(operation, schemas)));
        request.addProperty("metadata", metadata(operation));
        request.setRequired(List.of("type", "params"));
        return schemas.named(name + "Request", request);
    }

    private Schema<?> params(Class<?> operation, WireSchemas schemas) {
        Schema<?> params = schemas.object(creator(operation).getParameters());
        if (operation == ChatKitOperation.CreateFile.class) {
            Objects.requireNonNull(params.getProperties().get("size"))
                    .setMaximum(BigDecimal.valueOf(limits.fileBytes()));
        }
        return params;
    }

    private static Executable creator(Class<?> operation) {
        return Arrays.stream(operation.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(JsonCreator.class))
                .findFirst()
                .orElseThrow();
    }

    /** Only what begins a run is done once for a key. */
    private static Schema<?> metadata(Class<?> operation) {
        JsonSchema metadata = WireSchemas.typed("object");
        metadata.addType("null");
        if (ChatKitOperation.StreamResponse.class.isAssignableFrom(operation)) {
            metadata.setDescription(
                    "The client's own, of at most 4 KiB; a key in it is as the header Idempotency-Key.");
            metadata.addProperty("idempotency_key", WireSchemas.typed("string").pattern(Forms.IDEMPOTENCY_KEY));
        }
        return metadata;
    }

    private static Schema<?> answer(WireSchemas schemas) {
        return schemas.named(
                ANSWER,
                new JsonSchema()
                        .anyOf(List.of(
                                schemas.of(WireThread.class),
                                schemas.of(WirePage.class, WireThread.class),
                                schemas.of(WirePage.class, WireItem.class),
                                schemas.of(WireAttachment.class),
                                schemas.of(JsonOperations.Transcript.class),
                                schemas.of(JsonOperations.Updated.class)))
                        .description("What the operation has; an empty object where that is nothing."));
    }
}
