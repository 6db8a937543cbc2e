package dev.parley.web.chatkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.application.tool.RequestedCall;
import dev.parley.domain.item.Question;
import dev.parley.domain.shared.Json;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.ChatKitUnderTest;
import dev.parley.web.testing.RawRequest;
import dev.parley.web.testing.RunningParley;
import dev.parley.web.testing.Tokens;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the component sends in a long conversation, in its order; REST clients see the same conversation. */
class ComponentTest {

    private final RunningParley parley = RunningParley.shared();
    private final String token = Tokens.ofSomeone();
    private final Api rest = parley.anonymous().as(token);
    private final ChatKitUnderTest component = new ChatKitUnderTest(rest);

    @AfterEach
    void echo() {
        parley.assistant().reset();
    }

    @Test
    void aConversationFromTheEmptyListToTheLastAction() throws IOException {
        assertThat(component.send("threads.list", "{'limit':20,'order':'desc'}").body())
                .isEqualTo("{\"data\":[],\"has_more\":false}");
        String thread = component.thread("hello");
        component.say(thread, "and again");
        stopAnAnswer(thread);

        String stopped = item(thread, "user_message");
        assertThat(types(component.send(
                        "threads.retry_after_item", "{'thread_id':'%s','item_id':'%s'}".formatted(thread, stopped))))
                .startsWith("stream_options", "thread.item.added")
                .endsWith("thread.item.done");

        parley.assistant().follow((turn, reply) -> reply.callClientTool(new RequestedCall("c", "locate", "{}")));
        component.say(thread, "where am I?");
        parley.assistant()
                .follow((turn, reply) -> reply.ask(List.of(new Question.Freeform("q", "Which harbour?", null, null))));
        component.send("threads.add_client_tool_output", "{'thread_id':'%s','result':'Iolcus'}".formatted(thread));

        parley.assistant().follow((turn, reply) -> reply.widget(new Json("{\"type\":\"Map\"}"), null));
        assertThat(types(component.send(
                        "threads.add_structured_input",
                        "{'thread_id':'%s','item_id':'%s','input':{'answers':{'q':{'values':['the old one']}}}}"
                                .formatted(thread, item(thread, "structured_input")))))
                .containsExactly("stream_options", "thread.item.replaced", "thread.item.done");

        component.send(
                "threads.custom_action",
                "{'thread_id':'%s','item_id':'%s','action':{'type':'fill','payload':{'type':'Chart'}}}"
                        .formatted(thread, item(thread, "widget")));

        assertThat(component.items(thread))
                .extracting(item -> item.at("/type").asString())
                .containsExactly(
                        "user_message",
                        "assistant_message",
                        "user_message",
                        "assistant_message",
                        "user_message",
                        "assistant_message",
                        "user_message",
                        "client_tool_call",
                        "structured_input",
                        "widget",
                        "assistant_message");
        restSeesTheSame(thread);
    }

    @Test
    void aSessionThatWasMadeOverRestIsAThread() {
        String session = rest.newSession();
        rest.say(session, "hi from REST");

        component.say(session, "hi from ChatKit");

        assertThat(component.items(session)).hasSize(4);
        restSeesTheSame(session);
    }

    private void stopAnAnswer(String thread) throws IOException {
        parley.assistant().follow((turn, reply) -> {
            reply.text("I will be very lo");
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        String body = "{\"type\":\"threads.add_user_message\",\"params\":{\"thread_id\":\"%s\",\"input\":%s}}"
                .formatted(thread, ChatKitUnderTest.input("stop me").replace('\'', '"'));
        try (RawRequest request = RawRequest.post(parley.port(), token, "/api/v1/chatkit", body)) {
            request.readUntil("very lo");
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(component.items(thread)).hasSize(6));
        parley.assistant().reset();
    }

    private void restSeesTheSame(String thread) {
        JsonNode history = rest.session(thread).data();
        List<String> ofRest = history.at("/messages")
                .valueStream()
                .map(message -> message.at("/id").asString()
                        + message.at("/content/0/text").asString())
                .toList();
        List<String> ofChatKit = component.items(thread).stream()
                .filter(item -> item.at("/type").asString().endsWith("_message"))
                .map(item ->
                        item.at("/id").asString() + item.at("/content/0/text").asString())
                .toList();
        assertThat(ofRest).isEqualTo(ofChatKit);
    }

    private String item(String thread, String type) {
        return component.items(thread).reversed().stream()
                .filter(item -> item.at("/type").asString().equals(type))
                .findFirst()
                .orElseThrow()
                .at("/id")
                .asString();
    }

    private static List<String> types(Answer answer) {
        return answer.jsonEvents().stream()
                .map(event -> event.at("/type").asString())
                .toList();
    }
}
