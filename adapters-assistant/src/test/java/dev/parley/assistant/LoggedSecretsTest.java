package dev.parley.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.Secrets;
import dev.parley.application.tool.ArgumentCheck;
import dev.parley.application.tool.Tool;
import dev.parley.application.tool.ToolBox;
import dev.parley.application.tool.ToolContext;
import dev.parley.application.tool.ToolDefinition;
import dev.parley.application.tool.ToolResult;
import dev.parley.assistant.schema.JsonSchemaCheck;
import dev.parley.assistant.testing.CapturedLog;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.run.Requester;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others write into their messages is logged without the secrets that they were sent. */
class LoggedSecretsTest {

    private static final String KEY = "key-0123456789";
    private static final ToolContext CONTEXT = new ToolContext(
            new AccountId(UUID.randomUUID()), new ConversationId(UUID.randomUUID()), "en", Requester.UNKNOWN);
    private static final ToolDefinition DEFINITION = new ToolDefinition("demo", "Shows", "{}", "Showing…");

    private final Secrets secrets = new Secrets(List.of("https://ada:" + KEY + "@tools.example/mcp"));
    private final CapturedLog log = CapturedLog.of("dev.parley");

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void ofAToolThatFails() throws InterruptedException {
        call(
                (definition, arguments) -> Optional.empty(),
                new IllegalStateException("no answer to " + KEY, new IOException("401 for " + KEY)));

        assertThat(log.lines()).anyMatch(line -> line.contains("401 for [secret]"));
        assertNoKey();
    }

    @Test
    void ofACheckThatFails() throws InterruptedException {
        call(
                (definition, arguments) -> {
                    throw new IllegalStateException("no schema for " + KEY);
                },
                new IllegalStateException());

        assertThat(log.lines()).anyMatch(line -> line.contains("no schema for [secret]"));
        assertNoKey();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$ref\": \"#/" + KEY + "\"}",
                "{\"$schema\": \"urn:" + KEY + "\"}",
                "{\"properties\": {\"a\": {\"pattern\": \"(" + KEY + "\"}}}",
                "{\"properties\": {\"a\": {\"pattern\": \"(?=" + KEY + ")\"}}}"
            })
    void ofASchema(String schema) {
        new JsonSchemaCheck(secrets).problem(new ToolDefinition("demo", "Shows", schema, "Showing…"), "{\"a\": \"b\"}");

        assertThat(log.lines()).anyMatch(line -> line.contains("[secret]"));
        assertNoKey();
    }

    private void call(ArgumentCheck check, RuntimeException failure) throws InterruptedException {
        Tool tool = new FailingTool(failure);
        new ToolBox(List.of(() -> List.of(tool)), check, Duration.ofMinutes(1), secrets, (name, outcome, time) -> {})
                .call("demo", "{}", CONTEXT);
    }

    private void assertNoKey() {
        assertThat(log.lines()).noneMatch(line -> line.contains(KEY));
    }

    private record FailingTool(RuntimeException failure) implements Tool {

        @Override
        public ToolDefinition definition() {
            return DEFINITION;
        }

        @Override
        public ToolResult call(String arguments, ToolContext context) {
            throw failure;
        }
    }
}
