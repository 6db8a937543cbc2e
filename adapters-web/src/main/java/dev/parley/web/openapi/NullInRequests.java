package dev.parley.web.openapi;

import dev.parley.web.schema.WireSchemas;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.MediaType;

/** What may be left out of a request may be null as well, but for JSON of the client's own, where null is a value. */
final class NullInRequests implements OpenApiCustomizer {

    private static final String NULL = "null";

    @Override
    public void customise(OpenAPI api) {
        Walk walk = new Walk(api.getComponents().getSchemas(), new HashSet<>());
        api.getPaths().values().stream()
                .map(PathItem::readOperations)
                .flatMap(Collection::stream)
                .map(Operation::getRequestBody)
                .filter(Objects::nonNull)
                .map(body -> body.getContent().get(MediaType.APPLICATION_JSON_VALUE))
                .filter(Objects::nonNull)
                .forEach(content -> walk.visit(content.getSchema()));
    }

    /** A way through all schemas of requests. */
    @SuppressWarnings("rawtypes") // so are schemas within others
    private record Walk(Map<String, Schema> components, Set<String> seen) {

        void visit(@Nullable Schema<?> schema) {
            if (schema == null) {
                return;
            }
            String reference = schema.get$ref();
            if (reference != null) {
                String name = reference.substring(reference.lastIndexOf('/') + 1);
                if (seen.add(name)) {
                    visit(components.get(name));
                }
                return;
            }
            parts(schema).forEach(this::visit);
            if (schema.getProperties() != null) {
                schema.getProperties().replaceAll((name, property) -> property(schema, name, property));
            }
        }

        private Schema property(Schema<?> object, String name, Schema<?> property) {
            visit(property);
            boolean isRequired =
                    object.getRequired() != null && object.getRequired().contains(name);
            return isRequired || isOpaque(property) ? property : orNull(property);
        }

        private static boolean isOpaque(Schema<?> property) {
            return Set.of("object").equals(property.getTypes()) && property.getProperties() == null;
        }

        private static Stream<Schema<?>> parts(Schema<?> schema) {
            List<Schema> alternatives = schema.getOneOf();
            Stream<Schema<?>> all = alternatives == null
                    ? Stream.empty()
                    : alternatives.stream().map(alternative -> (Schema<?>) alternative);
            return Stream.concat(all, Stream.ofNullable(schema.getItems()));
        }

        private static Schema orNull(Schema<?> property) {
            if (property.get$ref() != null) {
                return new JsonSchema().anyOf(List.of(property, WireSchemas.typed(NULL)));
            }
            if (property.getTypes() != null) {
                property.addType(NULL);
            }
            if (property.getEnum() != null) {
                property.getEnum().add(null);
            }
            return property;
        }
    }
}
