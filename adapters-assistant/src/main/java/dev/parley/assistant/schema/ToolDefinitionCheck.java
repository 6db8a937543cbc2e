package dev.parley.assistant.schema;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.parley.application.shared.RootCause;
import dev.parley.application.shared.Secrets;
import dev.parley.application.tool.ToolDefinition;
import dev.parley.domain.shared.Text;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds definitions that models' APIs refuse. They refuse the whole request then, so that one such definition would end
 * every answer.
 */
public final class ToolDefinitionCheck {

    private static final SchemaRegistry META_SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final int MAXIMUM_PROBLEM = 300;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final CompiledSchemas schemas;
    private final Secrets secrets;

    /**
     * Checks definitions that may come from anywhere.
     *
     * @param secrets what the sentences do not show
     */
    public ToolDefinitionCheck(Secrets secrets) {
        this.schemas = new CompiledSchemas(secrets);
        this.secrets = secrets;
    }

    /**
     * What is wrong with a definition, to follow the name of what is defined.
     *
     * @param definition whatever a tool returned, perhaps null and perhaps with nulls
     * @return empty where models can use it
     */
    public Optional<String> problem(@Nullable ToolDefinition definition) {
        if (definition == null) {
            return Optional.of("has no definition");
        }
        if (isMissing(definition.name())
                || isMissing(definition.description())
                || isMissing(definition.schema())
                || isMissing(definition.activity())) {
            return Optional.of("has a definition without a name, a description, a schema or an activity");
        }
        return ToolDefinition.isName(definition.name())
                ? schemaProblem(definition.schema()).map(problem -> "has a schema that " + problem)
                : Optional.of("has the name \"" + shortened(definition.name())
                        + "\", which must be 1 to 64 letters (A-Z, a-z), digits, underscores and hyphens");
    }

    /** What is wrong with a schema, to follow its name; empty where it is a JSON object and a valid schema. */
    public Optional<String> schemaProblem(String text) {
        try {
            JsonNode schema = JSON.readTree(text);
            if (!schema.isObject()) {
                return Optional.of("is no JSON object");
            }
            List<Error> errors =
                    META_SCHEMAS.getSchema(SchemaLocation.of(dialect(schema))).validate(schema);
            if (!errors.isEmpty()) {
                Error first = errors.getFirst();
                return invalid(first.getInstanceLocation() + " " + first.getMessage());
            }
            schemas.of(text).initializeValidators();
            return Optional.empty();
        } catch (JacksonException e) {
            return Optional.of("is no JSON: " + shortened(e.getOriginalMessage()));
        } catch (RuntimeException | StackOverflowError e) {
            return invalid(RootCause.of(e, secrets));
        }
    }

    private static String dialect(JsonNode schema) {
        String named = schema.path("$schema").asString("");
        return named.isEmpty() ? SpecificationVersion.DRAFT_2020_12.getDialectId() : named;
    }

    private Optional<String> invalid(String why) {
        return Optional.of("is no valid JSON schema: " + shortened(why));
    }

    private String shortened(String text) {
        return Text.cut(Text.onOneLine(Text.madeStorable(secrets.hideIn(text))), MAXIMUM_PROBLEM);
    }

    private static boolean isMissing(@Nullable Object part) {
        return part == null;
    }
}
