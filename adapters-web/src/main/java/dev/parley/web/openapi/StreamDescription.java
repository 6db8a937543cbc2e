package dev.parley.web.openapi;

import dev.parley.web.error.ErrorEnvelope;
import dev.parley.web.item.WireEvent;
import dev.parley.web.schema.WireSchemas;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.MediaType;

/** Adds what no controller has as an argument or result: refusals, and the events of streams. */
final class StreamDescription implements OpenApiCustomizer {

    /** An event of a run that the REST API shows. */
    static final String RUN_EVENT = "RunServerSentEvent";

    /** An event of an answer of the ChatKit protocol. */
    static final String CHATKIT_EVENT = "ChatKitServerSentEvent";

    @Override
    public void customise(OpenAPI api) {
        WireSchemas schemas = new WireSchemas(api.getComponents()::addSchemas);
        schemas.of(ErrorEnvelope.class);
        Schema<?> json = WireSchemas.typed("string");
        json.setContentMediaType(MediaType.APPLICATION_JSON_VALUE);
        json.setContentSchema(schemas.of(WireEvent.class));
        Schema<?> end = WireSchemas.typed("string");
        end.setConst("[DONE]");
        schemas.named(CHATKIT_EVENT, event(json));
        schemas.named(
                RUN_EVENT,
                event(new JsonSchema().anyOf(List.of(json, end)))
                        .addProperty(
                                "id",
                                WireSchemas.typed("string").description("What to go on behind, in Last-Event-ID."))
                        .addProperty(
                                "retry",
                                WireSchemas.typed("integer").description("When to connect again, in milliseconds.")));
    }

    private static Schema<?> event(Schema<?> data) {
        Schema<?> event = WireSchemas.typed("object");
        event.setDescription(
                "An event of the stream (HTML Living Standard, section 9.2). Comments between events mean nothing.");
        event.addProperty("data", data.description("JSON of a StreamEvent."));
        event.addRequiredItem("data");
        return event;
    }
}
