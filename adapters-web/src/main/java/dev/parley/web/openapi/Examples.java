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
        return examples.getOrDefault(operationId, Example.NONE);
    }

    /**
     * An example.
     *
     * @param request null where the operation takes no body
     * @param response null where the operation answers with events alone
     * @param events null where the operation answers with no stream
     */
    record Example(
            @Nullable Object request,
            @Nullable Object response,
            @Nullable String events) {

        private static final Example NONE = new Example(null, null, null);
    }
}
