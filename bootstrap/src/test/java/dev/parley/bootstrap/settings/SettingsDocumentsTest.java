package dev.parley.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bootstrap.failure.SettingName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The records are the description of the settings; what people and IDEs read agrees with them. */
class SettingsDocumentsTest {

    private static final Pattern DOCUMENTED = Pattern.compile("`(PARLEY_[A-Z_]+[A-Z])`");
    private static final Pattern IN_TEMPLATE = Pattern.compile("(?m)^#(PARLEY_[A-Z_]+)=");
    private static final Pattern OF_MAPS = Pattern.compile("PARLEY_(MCP_SERVERS|CHATKIT_CLIENTTOOLS)_.+");

    @Test
    void metadataDescribesEverySetting() {
        assertThat(metadata()).containsKeys(plainProperties().toArray(String[]::new));
        assertThat(metadata())
                .allSatisfy((property, description) -> assertThat(
                                description.path("description").asString(""))
                        .as(property)
                        .isNotBlank());
    }

    @Test
    void theTableHasEverySettingAndNoOther() throws IOException {
        String text = Files.readString(Path.of("../docs/settings.md"));

        assertThat(DOCUMENTED.matcher(text).results().map((MatchResult found) -> found.group(1)))
                .filteredOn(variable -> !OF_MAPS.matcher(variable).matches())
                .hasSameElementsAs(plainVariables());
    }

    @Test
    void theTableHasTheDefaults() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("../docs/settings.md"));

        assertThat(metadata()).allSatisfy((property, description) -> {
            JsonNode value = description.path("defaultValue");
            if (value.isValueNode() && !value.asString().isEmpty()) {
                assertThat(rows)
                        .as(property)
                        .anyMatch(row -> row.startsWith("|")
                                && row.contains("`" + SettingName.variable(property) + "`")
                                && row.split("\\|", -1)[2].contains("`" + value.asString() + "`"));
            }
        });
    }

    @Test
    void theTemplateHasEverySettingAndNoOther() throws IOException {
        String text = Files.readString(Path.of("../.env.example"));

        assertThat(IN_TEMPLATE.matcher(text).results().map((MatchResult found) -> found.group(1)))
                .filteredOn(variable -> !OF_MAPS.matcher(variable).matches())
                .containsExactlyInAnyOrderElementsOf(plainVariables());
    }

    private static List<String> plainProperties() {
        return UnknownSettings.properties()
                .filter(property -> !property.contains("<name>"))
                .toList();
    }

    private static List<String> plainVariables() {
        return plainProperties().stream().map(SettingName::variable).toList();
    }

    private static Map<String, JsonNode> metadata() {
        try (InputStream file =
                SettingsDocumentsTest.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            return new JsonMapper()
                    .readTree(file)
                    .path("properties")
                    .valueStream()
                    .collect(Collectors.toMap(
                            property -> property.path("name").asString(), Function.identity(), (one, other) -> one));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
