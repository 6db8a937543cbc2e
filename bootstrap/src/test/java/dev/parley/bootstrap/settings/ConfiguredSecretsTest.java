package dev.parley.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.Secrets;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class ConfiguredSecretsTest {

    @Test
    void allThatIsSentToOthersIsASecret() {
        MockEnvironment environment = new MockEnvironment()
                .withProperty(
                        "spring.datasource.url", "jdbc:postgresql://db/parley?ssl=true&password=secret-in-url&x=y")
                .withProperty("spring.datasource.password", "secret-of-database")
                .withProperty("spring.flyway.user", "owner")
                .withProperty("spring.flyway.password", "secret-of-owner")
                .withProperty("parley.database.direct-url", "jdbc:postgresql://db/parley?password=secret-in-direct")
                .withProperty("parley.auth.jwt-secret", "secret-of-tokens-with-32-bytes-at-least")
                .withProperty("parley.assistant.api-key", "secret-of-model")
                .withProperty("parley.assistant.headers", "X-Title=secret-of-header")
                .withProperty("parley.mcp.servers.notes.url", "https://mcp.example/sse/secret-of-address")
                .withProperty("parley.mcp.servers.notes.headers", "Authorization=Bearer secret-of-notes")
                .withProperty("parley.mcp.servers.files.command", "files")
                .withProperty("parley.mcp.servers.files.environment", "KEY=secret-of-files");

        Secrets secrets = ConfiguredSecrets.of(SettingsReader.read(environment), environment);

        assertThat(secrets.hideIn("""
                        secret-in-url secret-of-database secret-of-tokens-with-32-bytes-at-least secret-of-model
                        secret-of-header https://mcp.example/sse/secret-of-address secret-of-notes secret-of-files
                        secret-of-owner secret-in-direct""")).doesNotContain("secret-").contains("[secret]");
    }
}
