package dev.parley.web.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** An example of each operation, by its id. */
final class Examples {

    private static final String FILE = "examples.json";

    private final Map<String, Example> examples;

    private Examples(Map<String, Example> examples) {
        this.examples = examples;
    }

    static Examples read(JsonMapper json) {
        try (InputStream file = Objects.requireNonNull(Examples.class.getResourceAsStream(FILE), FILE)) {
            return new Examples(json.readValue(file, new TypeReference<>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    Example of(String operationId) {
        return Objects.requireNonNull(examples.get(operationId), () -> operationId + " has no example");
    }

    /**
     * An example.
     *
     * @param request null where the operation takes no body
     */
    record Example(@Nullable Object request, Object response) {}
}
