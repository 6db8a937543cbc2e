package dev.parley.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.bootstrap.failure.InvalidConfigurationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class McpSettingsTest {

    private static final String PREFIX = "PARLEY_MCP_SERVERS_FILES_";

    @Test
    void aServerAtAnAddressIsRead() {
        McpServer server = read(Map.of(
                PREFIX + "URL", "https://mcp.example.org/mcp",
                PREFIX + "HEADERS", "Authorization=Bearer abc==,X-Team=red",
                PREFIX + "PREFIX", "",
                PREFIX + "TOOLS", "read_file,list"));

        assertThat(server.url()).isEqualTo("https://mcp.example.org/mcp");
        assertThat(server.headersByName("files")).isEqualTo(Map.of("Authorization", "Bearer abc==", "X-Team", "red"));
        assertThat(server.prefixOf("files")).isEmpty();
        assertThat(server.tools()).containsExactly("read_file", "list");
    }

    @Test
    void aProgramIsRead() {
        McpServer server = read(Map.of(
                PREFIX + "COMMAND", "npx",
                PREFIX + "ARGUMENTS_0", "-y",
                PREFIX + "ARGUMENTS_1", "server,with,commas",
                PREFIX + "ENVIRONMENT", "API_KEY=abc"));

        assertThat(server.command()).isEqualTo("npx");
        assertThat(server.arguments()).isEqualTo(List.of("-y", "server,with,commas"));
        assertThat(server.environmentByName("files")).isEqualTo(Map.of("API_KEY", "abc"));
        assertThat(server.prefixOf("files")).isEqualTo("files_");
    }

    @Test
    void aServerOfWhichNothingIsSetIsAbsent() {
        assertThat(readAll(Map.of(PREFIX + "URL", "", PREFIX + "HEADERS", "")).servers())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "URL, mcp.example.org",
        "URL, ftp://mcp.example.org",
        "HEADERS, X-Team=red",
        "TOOLS, read_file",
        "PREFX, my_",
        "ARGUMENTS_X, a",
        "SHARE_URL, https://mcp.example.org",
    })
    void aWrongOrLonelySettingIsNamed(String setting, String value) {
        assertRefused(Map.of(PREFIX + setting, value));
    }

    @Test
    void aServerIsNotBothAtAnAddressAndAProgram() {
        assertRefused(Map.of(PREFIX + "URL", "https://mcp.example.org", PREFIX + "COMMAND", "npx"));
    }

    @Test
    void whatIsForProgramsIsRefusedForAddresses() {
        assertRefused(Map.of(PREFIX + "URL", "https://mcp.example.org", PREFIX + "ARGUMENTS", "-y"));
        assertRefused(Map.of(PREFIX + "URL", "https://mcp.example.org", PREFIX + "ENVIRONMENT", "A=b"));
    }

    @ParameterizedTest
    @CsvSource({
        "'HEADERS', 'Bearer s3cret'",
        "'HEADERS', 'X Team=s3cret'",
        "'HEADERS', 'Host=s3cret'",
        "'PREFIX', 's3cret!'"
    })
    void aWrongSettingOfAServerIsRefusedWithoutItsValue(String setting, String value) {
        assertRefused(Map.of(PREFIX + "URL", "https://mcp.example.org/?key=s3cret", PREFIX + setting, value));
    }

    @Test
    void settingsDoNotShowWhatMayBeSecret() {
        Map<String, Object> http =
                Map.of(PREFIX + "URL", "https://mcp.example.org/?key=s3cret", PREFIX + "HEADERS", "X-Key=s3cret");
        Map<String, Object> stdio =
                Map.of(PREFIX + "COMMAND", "npx", PREFIX + "ENVIRONMENT", "KEY=s3cret", PREFIX + "ARGUMENTS", "s3cret");

        assertThat(readAll(http).toString()).contains("files").doesNotContain("s3cret");
        assertThat(readAll(stdio).toString()).contains("npx").doesNotContain("s3cret");
    }

    private static void assertRefused(Map<String, Object> variables) {
        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> readAll(variables))
                .withMessageContaining(PREFIX)
                .withMessageEndingWith(".")
                .satisfies(refusal -> assertThat(refusal).hasMessageNotContaining("s3cret"));
    }

    private static McpServer read(Map<String, Object> variables) {
        return readAll(variables).servers().values().iterator().next();
    }

    private static McpSettings readAll(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment
                .getPropertySources()
                .addLast(new SystemEnvironmentPropertySource("test-systemEnvironment", new HashMap<>(variables)));
        ConfigurationPropertySources.attach(environment);
        return SettingsReader.read(environment).mcp();
    }
}
