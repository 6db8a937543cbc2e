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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a ChatKit client is shown of a model's thoughts. */
class ModelThinksTest {

    private static final Script THINKING = (request, wire) -> {
        wire.stream();
        wire.delta("{\"role\":\"assistant\",\"content\":\"\",\"reasoning_content\":\"They \"}");
        wire.delta("{\"reasoning_content\":\"greet me.\"}");
        wire.text("Hello!");
        wire.finish("stop");
        wire.done();
    };

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ScriptedModelServer MODEL = ScriptedModelServer.start();
    private static final ParleyServer PARLEY = ParleyServer.withItsAssistant(
            DATABASE,
            "parley.assistant.base-url=" + MODEL.baseUrl(),
            "parley.assistant.retries=0",
            "parley.assistant.show-reasoning=true");

    private final Api user = PARLEY.someone();

    @AfterAll
    static void stop() {
        PARLEY.close();
        MODEL.close();
        DATABASE.close();
    }

    @Test
    void aThoughtIsAWorkflowBeforeTheAnswer() {
        MODEL.then(THINKING);

        Answer stream = user.post("/api/v1/chatkit", """
                {"type": "threads.create", "params": {"input": {
                  "content": [{"type": "input_text", "text": "Hi"}], "attachments": [], "inference_options": {}}}}""");

        List<JsonNode> events = stream.jsonEvents().stream().skip(3).toList();
        assertThat(events.stream().map(ModelThinksTest::kind))
                .containsExactly(
                        "thread.item.added",
                        "workflow.task.added",
                        "workflow.task.updated",
                        "thread.item.done",
                        "thread.item.added",
                        "assistant_message.content_part.added",
                        "assistant_message.content_part.text_delta",
                        "assistant_message.content_part.done",
                        "thread.item.done");
        assertThat(events.get(0).at("/item/workflow"))
                .isEqualTo(json("{'type':'reasoning','tasks':[],'expanded':false}"));
        assertThat(events.get(1).at("/update"))
                .isEqualTo(
                        json(
                                "{'type':'workflow.task.added','task_index':0,'task':{'type':'thought','status_indicator':'loading','content':'They '}}"));
        assertThat(events.get(2).at("/update"))
                .isEqualTo(
                        json(
                                "{'type':'workflow.task.updated','task_index':0,'task':{'type':'thought','status_indicator':'complete','content':'They greet me.'}}"));
        assertThat(events.get(3).at("/item/workflow/summary/duration").isIntegralNumber())
                .isTrue();
        assertThat(events.getLast().at("/item/content/0/text").asString()).isEqualTo("Hello!");
    }

    private static String kind(JsonNode event) {
        String type = event.at("/type").asString();
        return type.equals("thread.item.updated") ? event.at("/update/type").asString() : type;
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }
}
