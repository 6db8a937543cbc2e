package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.assistant.testing.Script;
import dev.parley.assistant.testing.ScriptedModelServer;
import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ModelConversationTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ScriptedModelServer MODEL = ScriptedModelServer.start();
    private static final ParleyServer PARLEY = ParleyServer.withItsAssistant(
            DATABASE,
            "parley.assistant.base-url=" + MODEL.baseUrl(),
            "parley.assistant.model=usual",
            "parley.assistant.models=usual,picked",
            "parley.assistant.retries=0",
            "parley.assistant.headers=X-Title=Parley");

    private final Api user = PARLEY.someone();
    private final String session = user.newSession();

    @AfterAll
    static void stop() {
        PARLEY.close();
        MODEL.close();
        DATABASE.close();
    }

    @Test
    void aTaskThatTheModelAddsIsInTheDatabaseTheHistoryAndTheStream() {
        MODEL.then(Script.calling("call_1", "add_task", "{\"title\":\"Buy milk\"}"))
                .then(Script.saying("Added ", "Buy milk."));

        Answer answer = user.say(session, "Add task: Buy milk");

        assertThat(answer.jsonEvents())
                .extracting(event -> event.at("/type").asString())
                .contains("progress_update")
                .doesNotContain("error");
        assertThat(user.get("/api/v1/tasks").data().at("/0/title").asString()).isEqualTo("Buy milk");
        JsonNode answered = user.session(session).data().at("/messages/1");
        assertThat(answered.at("/content/0/text").asString()).isEqualTo("Added Buy milk.");
        assertThat(answered.at("/tool_calls/0/id").asString()).isEqualTo("call_1");
        assertThat(answered.at("/tool_calls/0/result").asString()).contains("\"success\":true");
        assertThat(MODEL.requests().getLast().body()).contains("\"tool_call_id\":\"call_1\"");
        assertThat(MODEL.requests().getLast().headers()).containsEntry("x-title", "Parley");
    }

    @Test
    void whatTheModelUsedIsTold() {
        MODEL.then(Script.saying("One ", "two."));

        user.say(session, "count");

        JsonNode usage = user.get("/api/v1/usage").data().at("/0");
        assertThat(usage.at("/prompt_tokens").asInt()).isEqualTo(10);
        assertThat(usage.at("/completion_tokens").asInt()).isEqualTo(2);
        assertThat(PARLEY.administrator().get("/actuator/prometheus").body()).contains("parley_model_tokens_total");
    }

    @ParameterizedTest
    @CsvSource({"stop, stop, false", "max_tokens, length, true", "content_filter, content_filter, true"})
    void aRunShowsWhyTheAnswerEnded(String sent, String shown, boolean hasNotice) {
        MODEL.then(Script.saying(List.of("Once upon a"), sent));

        Answer answer = user.say(session, "Tell me a story");

        JsonNode run = user.get(Api.runsOf(session)).data().at("/0");
        assertThat(run.at("/status").asString()).isEqualTo("completed");
        assertThat(run.at("/finish_reason").asString()).isEqualTo(shown);
        assertThat(answer.jsonEvents().stream()
                        .anyMatch(event -> event.at("/type").asString().equals("notice")))
                .isEqualTo(hasNotice);
    }

    @Test
    void anAnswerThatIsEmptyTwiceFails() {
        MODEL.then(Script.saying()).then(Script.saying());

        assertThat(user.say(session, "hello").code()).isEqualTo("UPSTREAM_ERROR");
        assertThat(user.get(Api.runsOf(session)).data().at("/0/finish_reason").isMissingNode())
                .isTrue();
    }

    @Test
    void aModelThatRefusesIsAnUpstreamErrorWithoutItsWords() {
        MODEL.then(Script.refusing(401, "{\"error\":{\"message\":\"wrong key sk-secret\"}}"));

        Answer answer = user.say(session, "hello");

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.code()).isEqualTo("UPSTREAM_ERROR");
        assertThat(answer.body()).doesNotContain("sk-secret");
    }

    @Test
    void aUserPicksAmongTheModels() {
        MODEL.then(Script.saying("Hello."));
        String message = "{\"message\":{\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":\"hi\"}],"
                + "\"inference_options\":{\"model\":\"%s\"}}}";

        assertThat(user.post(Api.runsOf(session), message.formatted("picked")).status())
                .isEqualTo(200);
        assertThat(MODEL.requests().getLast().body()).contains("\"model\":\"picked\"");
        assertThat(user.post(Api.runsOf(session), message.formatted("another")).code())
                .isEqualTo("INVALID_REQUEST");
    }
}
