package dev.parley.assistant.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.Secrets;
import dev.parley.application.tool.ToolDefinition;
import dev.parley.domain.shared.LocalizedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolDefinitionCheckTest {

    private final ToolDefinitionCheck check = new ToolDefinitionCheck(Secrets.NONE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},\"required\":[\"a\"]}",
                "{\"$defs\":{\"a\":{\"type\":\"string\"}},\"properties\":{\"a\":{\"$ref\":\"#/$defs/a\"}}}",
                "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"type\":\"object\"}"
            })
    void validSchemasAreTaken(String schema) {
        assertThat(check.problem(definition("roll-dice_2", schema))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "\"object\"",
                "null",
                "",
                "{",
                "{} {}",
                "{\"type\":\"thing\"}",
                "{\"type\":\"object\",\"required\":true}",
                "{\"properties\":[]}",
                "{\"$schema\":\"https://example.org/none\"}",
                "{\"properties\":{\"a\":{\"$ref\":\"#/$defs/none\"}}}"
            })
    void otherSchemasAreNot(String schema) {
        assertThat(check.problem(definition("roll_dice", schema)))
                .hasValueSatisfying(problem -> assertThat(problem).startsWith("has a schema that is no"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "w\u00fcrfel", "roll dice", "roll.dice", "a\n"})
    void namesThatNoModelTakesAreNamed(String name) {
        assertThat(check.problem(definition(name, "{}")))
                .hasValueSatisfying(problem -> assertThat(problem).contains("which must be 1 to 64 letters"));
    }

    @Test
    void namesHaveAnEnd() {
        assertThat(check.problem(definition("x".repeat(64), "{}"))).isEmpty();
        assertThat(check.problem(definition("x".repeat(65), "{}"))).isPresent();
    }

    @Test
    @SuppressWarnings("NullAway") // Tools of one's own return what they like.
    void nothingMayBeMissing() {
        LocalizedText activity = LocalizedText.verbatim("Rolling…");

        assertThat(check.problem(null)).contains("has no definition");
        assertThat(check.problem(new ToolDefinition(null, "", "{}", activity))).isPresent();
        assertThat(check.problem(new ToolDefinition("a", null, "{}", activity))).isPresent();
        assertThat(check.problem(new ToolDefinition("a", "", null, activity))).isPresent();
        assertThat(check.problem(new ToolDefinition("a", "", "{}", (LocalizedText) null)))
                .isPresent();
    }

    private static ToolDefinition definition(String name, String schema) {
        return new ToolDefinition(name, "Rolls a die", schema, "Rolling…");
    }
}
