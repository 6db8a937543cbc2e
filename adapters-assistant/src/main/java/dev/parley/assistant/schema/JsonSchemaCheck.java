package dev.parley.assistant.schema;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import dev.parley.application.shared.RootCause;
import dev.parley.application.shared.Secrets;
import dev.parley.application.tool.ArgumentCheck;
import dev.parley.application.tool.ToolDefinition;
import dev.parley.domain.shared.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks arguments with a JSON schema validator. A schema is of draft 2020-12 unless it says otherwise. */
public final class JsonSchemaCheck implements ArgumentCheck {

    private static final Logger log = LoggerFactory.getLogger(JsonSchemaCheck.class);

    private static final int MAXIMUM_LENGTH = 256 * 1024;
    private static final int MAXIMUM_DEPTH = 64;

    /** Schemas and keywords that are evaluated; of references that double, thirty would make a billion. */
    static final long MAXIMUM_STEPS = 1_000_000;

    private static final int MAXIMUM_PROBLEMS = 5;
    private static final int MAXIMUM_PROBLEM_LENGTH = 300;

    // Of a key that is there twice, a tool might take another value than the one that was checked.
    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAXIMUM_DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final CompiledSchemas schemas;
    private final Secrets secrets;

    /**
     * Checks with schemas that may come from anywhere.
     *
     * @param secrets what is not logged of them, and of arguments
     */
    public JsonSchemaCheck(Secrets secrets) {
        this.schemas = new CompiledSchemas(secrets);
        this.secrets = secrets;
    }

    @Override
    public Optional<String> problem(ToolDefinition definition, String arguments) {
        if (arguments.length() > MAXIMUM_LENGTH) {
            return Optional.of("The arguments have more than " + MAXIMUM_LENGTH + " characters.");
        }
        try {
            JsonNode read = json.readTree(arguments);
            return read.isObject() ? problem(definition, read) : Optional.of("The arguments must be one JSON object.");
        } catch (JacksonException e) {
            log.debug("A model wrote broken arguments for {}", definition.name(), secrets.hideIn(e));
            return Optional.of("The arguments are not valid JSON: " + shortened(e.getOriginalMessage()));
        }
    }

    /** A tool's schema may come from anywhere, and its compiler and validator throw whatever they like. */
    private Optional<String> problem(ToolDefinition definition, JsonNode arguments) {
        try {
            return problem(schemas.of(definition.schema())
                    .validate(
                            arguments,
                            (ExecutionContext context) ->
                                    context.executionConfig(config -> config.maxEvaluationSteps(MAXIMUM_STEPS))));
        } catch (RuntimeException | StackOverflowError e) {
            log.warn(
                    "The schema of the tool {} cannot be used: {}",
                    definition.name(),
                    RootCause.of(e, secrets),
                    secrets.hideIn(e));
            return Optional.of("The tool " + definition.name() + " cannot be called: its schema cannot be used.");
        }
    }

    private static Optional<String> problem(List<Error> errors) {
        if (errors.isEmpty()) {
            return Optional.empty();
        }
        String problems = errors.stream()
                .limit(MAXIMUM_PROBLEMS)
                .map(JsonSchemaCheck::describe)
                .collect(Collectors.joining("; "));
        String more = errors.size() > MAXIMUM_PROBLEMS
                ? "; and " + (errors.size() - MAXIMUM_PROBLEMS) + " more problems"
                : "";
        return Optional.of("The arguments do not fit the tool's schema: " + problems + more + ".");
    }

    private static String describe(Error error) {
        String path = error.getInstanceLocation().toString();
        return shortened((path.isEmpty() ? "" : path + ": ") + error.getMessage());
    }

    private static String shortened(String problem) {
        return Text.cut(Text.onOneLine(problem), MAXIMUM_PROBLEM_LENGTH);
    }
}
