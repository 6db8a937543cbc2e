package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.assistant.testing.Script;
import dev.parley.assistant.testing.ScriptedModelServer;
import dev.parley.assistant.testing.SdkMcpServer;
import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class McpConversationTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ScriptedModelServer MODEL = ScriptedModelServer.start();
    private static final SdkMcpServer MCP = SdkMcpServer.start(SdkMcpServer.echo());
    private static final ParleyServer PARLEY = ParleyServer.withItsAssistant(
            DATABASE,
            "parley.assistant.base-url=" + MODEL.baseUrl(),
            "parley.assistant.retries=0",
            "parley.mcp.servers.office.url=" + MCP.url(),
            "parley.mcp.servers.office.headers=X-Key=s3cret",
            "parley.mcp.servers.gone.url=http://127.0.0.1:1/mcp");

    private final Api user = PARLEY.someone();

    @AfterAll
    static void stop() {
        PARLEY.close();
        MCP.close();
        MODEL.close();
        DATABASE.close();
    }

    @Test
    void aModelCallsAToolOfAServerAndTheCallIsInTheHistory() {
        await().atMost(TIMEOUT).until(() -> health("office").equals("up"));
        String session = user.newSession();
        MODEL.then(Script.calling("call_1", "office_echo", "{\"text\":\"Hello\"}"))
                .then(Script.saying("It said Hello."));

        Answer answer = user.say(session, "Ask the office");

        assertThat(answer.body()).contains("Asking office: echo…");
        JsonNode answered = user.session(session).data().at("/messages/1");
        assertThat(answered.at("/content/0/text").asString()).isEqualTo("It said Hello.");
        assertThat(answered.at("/tool_calls/0/function/name").asString()).isEqualTo("office_echo");
        assertThat(answered.at("/tool_calls/0/result").asString()).isEqualTo("Hello");
        assertThat(MODEL.requests().getFirst().body()).contains("\"name\":\"office_echo\"");
        assertThat(MCP.requests().messages("tools/call")).hasSize(1);
        assertThat(PARLEY.administrator().get("/actuator/prometheus").body())
                .contains("parley_mcp_calls_seconds_count{outcome=\"ok\",server=\"office\"}", "parley_mcp_up");
    }

    @Test
    void aServerThatIsDownShowsInHealthAndKeepsParleyReady() {
        await().atMost(TIMEOUT).until(() -> health("office").equals("up"));

        Answer health = PARLEY.administrator().get("/actuator/health");

        assertThat(health("gone")).isEqualTo("down");
        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json().at("/status").asString()).isEqualTo("UP");
        assertThat(health.json().at("/components/mcp/status").asString()).isEqualTo("DEGRADED");
        assertThat(health.body()).doesNotContain("s3cret", "127.0.0.1:1");
        assertThat(PARLEY.anonymous().get("/actuator/health/readiness").status())
                .isEqualTo(200);
    }

    private static String health(String server) {
        return PARLEY.administrator()
                .get("/actuator/health")
                .json()
                .at("/components/mcp/details/" + server)
                .asString("");
    }
}
