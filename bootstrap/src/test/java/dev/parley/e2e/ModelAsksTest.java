package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.run.RunHandle;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.thread.AnswerQuestions;
import dev.parley.application.thread.AnswerToolCall;
import dev.parley.assistant.testing.Script;
import dev.parley.assistant.testing.ScriptedModelServer;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.item.AssistantMessage;
import dev.parley.domain.item.ClientToolCall;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.Question;
import dev.parley.domain.item.StructuredInput;
import dev.parley.domain.item.ToolCall;
import dev.parley.domain.run.RunOptions;
import dev.parley.domain.shared.Json;
import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a model lets the user and their client do, and how it goes on then. */
class ModelAsksTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ScriptedModelServer MODEL = ScriptedModelServer.start();
    private static final ParleyServer PARLEY = ParleyServer.withItsAssistant(
            DATABASE,
            "parley.assistant.base-url=" + MODEL.baseUrl(),
            "parley.assistant.retries=0",
            "parley.chatkit.client-tools.location.description=Tells where the user is");

    private final Api user = PARLEY.someone();
    private final String session = user.newSession();
    private final ConversationId thread = new ConversationId(UUID.fromString(session));

    @AfterAll
    static void stop() {
        PARLEY.close();
        MODEL.close();
        DATABASE.close();
    }

    @Test
    void answersGoBackToTheModelAsTheResultOfItsCall() throws InterruptedException {
        MODEL.then(Script.calling("call_1", "ask_user", """
                        {"questions":[{"id":"shop","question":"Where?","type":"single","options":["here","there"]}]}""")).then(Script.saying("Over there, then."));
        chat("Buy milk");
        StructuredInput asked = (StructuredInput) newest();

        end(PARLEY.part(AnswerQuestions.class)
                .answer(
                        owner(),
                        thread,
                        asked.id(),
                        Map.of("shop", new Question.Answer(List.of("there"), false)),
                        RunOptions.DEFAULT));

        assertThat(newest())
                .isInstanceOfSatisfying(
                        AssistantMessage.class,
                        answer -> assertThat(answer.text()).isEqualTo("Over there, then."));
        assertThat(items())
                .filteredOn(ToolCall.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        ToolCall.class,
                        call -> assertThat(call.outcome())
                                .isEqualTo(new ToolCall.Outcome(
                                        "{\"shop\":{\"values\":[\"there\"],\"skipped\":false}}", false)));
        JsonNode last = messages().get(messages().size() - 1);
        assertThat(last.at("/role").asString()).isEqualTo("tool");
        assertThat(last.at("/tool_call_id").asString()).isEqualTo("call_1");
        assertThat(last.at("/content").asString()).contains("there");
    }

    @Test
    void aClientsToolEndsTheAnswerAndItsResultGoesBackToTheModel() throws InterruptedException {
        MODEL.then(Script.calling("call_1", "location", "{\"precise\":true}")).then(Script.saying("You are in Bern."));
        chat("Where am I?");
        assertThat(newest())
                .isInstanceOfSatisfying(
                        ClientToolCall.class,
                        call -> assertThat(call.isPending()).isTrue());

        end(PARLEY.part(AnswerToolCall.class)
                .answer(owner(), thread, new Json("{\"city\":\"Bern\"}"), RunOptions.DEFAULT));

        assertThat(newest().text()).isEqualTo("You are in Bern.");
        JsonNode last = messages().get(messages().size() - 1);
        assertThat(last.at("/tool_call_id").asString()).isEqualTo("call_1");
        assertThat(last.at("/content").asString()).isEqualTo("{\"city\":\"Bern\"}");
        assertThat(messages())
                .extracting(message -> message.at("/role").asString())
                .containsExactly("system", "user", "assistant", "tool");
    }

    @Test
    void whoeverCannotBeAskedIsNotAskedAlsoInAThreadWithAnOpenQuestion() {
        MODEL.then(Script.calling("call_1", "ask_user", """
                        {"questions":[{"id":"shop","question":"Where?","type":"text"}]}"""))
                .then(Script.calling("call_2", "ask_user", """
                        {"questions":[{"id":"shop","question":"Where?","type":"text"}]}"""))
                .then(Script.saying("At the market, then."));
        chat("Buy milk");
        assertThat(tools()).contains("ask_user", "location");
        assertThat(newest()).isInstanceOf(StructuredInput.class);

        Answer answer = user.say(session, "At the market");

        assertThat(answer.body()).contains("At the market, then.").doesNotContain("structured_input");
        assertThat(tools()).contains("add_task").doesNotContain("ask_user", "location");
        assertThat(messages().get(messages().size() - 1).at("/content").asString())
                .contains("ask_user");
    }

    private void chat(String text) {
        Answer answer = user.post("/api/v1/chatkit", """
                {"type": "threads.add_user_message", "params": {"thread_id": "%s", "input": {
                  "content": [{"type": "input_text", "text": "%s"}], "attachments": [], "inference_options": {}}}}""".formatted(session, text));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static List<String> tools() {
        return JsonMapper.shared()
                .readTree(MODEL.requests().getLast().body())
                .path("tools")
                .valueStream()
                .map(tool -> tool.at("/function/name").asString())
                .toList();
    }

    private static void end(RunHandle run) throws InterruptedException {
        try (var events = run.events()) {
            boolean isEnd = false;
            while (!isEnd) {
                isEnd = events.await(Duration.ofSeconds(20)).isEnd();
            }
        }
    }

    private static JsonNode messages() {
        return JsonMapper.shared().readTree(MODEL.requests().getLast().body()).path("messages");
    }

    private Item newest() {
        return items().getLast();
    }

    private List<Item> items() {
        ConversationRepository conversations = PARLEY.part(ConversationRepository.class);
        return PARLEY.part(UnitOfWork.class).read(() -> conversations.items(thread));
    }

    private AccountId owner() {
        ConversationRepository conversations = PARLEY.part(ConversationRepository.class);
        return PARLEY.part(UnitOfWork.class)
                .read(() -> conversations.find(thread))
                .orElseThrow()
                .owner();
    }
}
