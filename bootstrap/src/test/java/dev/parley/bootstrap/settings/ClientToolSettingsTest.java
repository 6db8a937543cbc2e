package dev.parley.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.application.tool.ToolDefinition;
import dev.parley.bootstrap.failure.InvalidConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class ClientToolSettingsTest {

    private static final String PREFIX = "PARLEY_CHATKIT_CLIENTTOOLS_LOCATION_";

    @Test
    void aToolIsReadFromVariables() {
        ToolDefinition tool = readVariables(Map.of(
                        PREFIX + "NAME", "get_location",
                        PREFIX + "DESCRIPTION", "Tells where the user is",
                        PREFIX + "SCHEMA", "{\"type\": \"object\", \"required\": [\"precise\"]}"))
                .getFirst();

        assertThat(tool.name()).isEqualTo("get_location");
        assertThat(tool.description()).isEqualTo("Tells where the user is");
        assertThat(tool.schema()).isEqualTo("{\"type\": \"object\", \"required\": [\"precise\"]}");
    }

    @ParameterizedTest
    @CsvSource({
        "parley.chatkit.client-tools.go-home, go-home",
        "parley.chatkit.clientTools.home, home",
        "parley.chatkit.client-tools[go_home], go_home"
    })
    void aToolIsReadFromProperties(String property, String name) {
        List<ToolDefinition> tools = readProperties(Map.of(property + ".description", "Shows the first page"));

        assertThat(tools).extracting(ToolDefinition::name).containsExactly(name);
    }

    @Test
    void aSchemaMayBeInAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("schema.json"), "{\"type\":\"object\"}");

        List<ToolDefinition> tools =
                readVariables(Map.of(PREFIX + "DESCRIPTION", "Tells", PREFIX + "SCHEMA", file.toString()));

        assertThat(tools).extracting(ToolDefinition::schema).containsExactly("{\"type\":\"object\"}");
    }

    @Test
    void aToolOfWhichNothingIsSetIsAbsent() {
        assertThat(readVariables(Map.of(PREFIX + "DESCRIPTION", "", PREFIX + "SCHEMA", "")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":", "{} {}", "no/such/file.json"})
    void aSchemaThatIsNoneIsRefused(String schema) {
        assertRefused(Map.of(PREFIX + "DESCRIPTION", "Tells", PREFIX + "SCHEMA", schema), PREFIX + "SCHEMA");
    }

    @Test
    void aToolWithoutDescriptionIsRefused() {
        assertRefused(Map.of(PREFIX + "SCHEMA", "{}"), PREFIX + "DESCRIPTION");
    }

    @ParameterizedTest
    @ValueSource(strings = {"get location", "ask_user", "ä"})
    void aNameThatNoToolCanHaveIsRefused(String name) {
        assertRefused(Map.of(PREFIX + "NAME", name, PREFIX + "DESCRIPTION", "Tells"), name);
    }

    @Test
    void twoToolsOfOneNameAreRefused() {
        assertRefused(
                Map.of(
                        PREFIX + "DESCRIPTION",
                        "Tells",
                        "PARLEY_CHATKIT_CLIENTTOOLS_OTHER_DESCRIPTION",
                        "Tells",
                        "PARLEY_CHATKIT_CLIENTTOOLS_OTHER_NAME",
                        "location"),
                "location");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"PARLEY_CHATKIT_CLIENTTOOLS_LOCATION_SHEMA", "PARLEY_CHATKIT_CLIENT_TOOLS_LOCATION_DESCRIPTION"})
    void aMisspeltSettingIsRefused(String name) {
        assertRefused(Map.of(name, "Tells"), name);
    }

    private static void assertRefused(Map<String, String> variables, String named) {
        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> readVariables(variables))
                .withMessageContaining(named);
    }

    private static List<ToolDefinition> readVariables(Map<String, String> variables) {
        StandardEnvironment environment = empty();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new HashMap<>(variables)));
        return read(environment);
    }

    private static List<ToolDefinition> readProperties(Map<String, String> properties) {
        StandardEnvironment environment = empty();
        environment.getPropertySources().addFirst(new MapPropertySource("properties", new HashMap<>(properties)));
        return read(environment);
    }

    private static StandardEnvironment empty() {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        return environment;
    }

    private static List<ToolDefinition> read(StandardEnvironment environment) {
        ConfigurationPropertySources.attach(environment);
        SettingsReader.read(environment);
        return Binder.get(environment)
                .bindOrCreate("parley.chatkit", ClientToolSettings.class)
                .definitions();
    }
}
