package dev.parley.assistant.mcp;

import static dev.parley.assistant.mcp.McpUnderTest.TIMEOUT;
import static dev.parley.assistant.mcp.McpUnderTest.stdio;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.application.tool.ToolResult;
import dev.parley.assistant.testing.StdioMcpProgram;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class StdioServerTest {

    @Test
    void aProgramThatGreetsAndTellsItsToolsInPagesIsUnderstood() {
        try (McpUnderTest mcp = new McpUnderTest(stdio(StdioMcpProgram.command()))) {
            mcp.awaitNames("echo", "environment", "die", "novel", "refuse", "pid");

            assertThat(mcp.call("echo", "{\"text\":\"Grüße\\nan 🚢\"}")).isEqualTo(ToolResult.of("Grüße\nan 🚢"));
        }
    }

    @Test
    void aProgramSeesTheVariablesItIsGrantedAndNoneOfParleys() {
        try (McpUnderTest mcp = new McpUnderTest(stdio(StdioMcpProgram.command()))) {
            List<String> names = List.of(mcp.call("environment", "{}").content().split(" ", -1));

            assertThat(names).contains("GRANTED", "PATH");
            assertThat(System.getenv()).as("Maven sets it for the test").containsKey("PARLEY_TEST_SECRET");
            assertThat(names).doesNotContain("PARLEY_TEST_SECRET");
        }
    }

    @Test
    void whatAServerRefusesIsToldToTheModel() {
        try (McpUnderTest mcp = new McpUnderTest(stdio(StdioMcpProgram.command()))) {
            assertThat(mcp.call("refuse", "{}")).isEqualTo(ToolResult.error("The server refused the call: not today"));
        }
    }

    @Test
    void contentOfAnUnknownKindDoesNotSpoilTheRest() {
        try (McpUnderTest mcp = new McpUnderTest(stdio(StdioMcpProgram.command()))) {
            assertThat(mcp.call("novel", "{}").content()).contains("hologram", "seen");
        }
    }

    @Test
    void aProgramThatDiesDuringACallIsStartedAgainAndTheCallIsNot() {
        try (McpUnderTest mcp = new McpUnderTest(stdio(StdioMcpProgram.command()))) {
            String before = mcp.call("pid", "{}").content();

            ToolResult died = mcp.call("die", "{}");

            assertThat(died.isError()).isTrue();
            assertThat(died.content()).contains("may have done its work");
            assertThat(mcp.call("pid", "{}"))
                    .satisfies(result -> assertThat(result.isError()).isFalse())
                    .isNotEqualTo(ToolResult.of(before));
        }
    }

    @Test
    void aProgramEndsWithParley() {
        ProcessHandle program;
        try (McpUnderTest mcp = new McpUnderTest(stdio(StdioMcpProgram.command()))) {
            program = program(mcp);
            assertThat(program.isAlive()).isTrue();
        }

        await().atMost(TIMEOUT).until(() -> !program.isAlive());
    }

    @Test
    void aProgramThatDoesNotWantToEndIsKilled() {
        ProcessHandle program;
        try (McpUnderTest mcp = new McpUnderTest(stdio(StdioMcpProgram.command("stubborn")))) {
            program = program(mcp);
        }

        await().atMost(TIMEOUT).until(() -> !program.isAlive());
    }

    @Test
    void aProgramThatIsNotThereIsAServerThatIsDown() {
        try (McpUnderTest mcp = new McpUnderTest(stdio(List.of("/nowhere/to-be-found")))) {
            assertThat(mcp.names()).isEmpty();
            assertThat(mcp.tools.up()).containsEntry("server", false);
        }
    }

    private static ProcessHandle program(McpUnderTest mcp) {
        Optional<ProcessHandle> program =
                ProcessHandle.of(Long.parseLong(mcp.call("pid", "{}").content()));
        return program.orElseThrow();
    }
}
