package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.application.tool.RequestedCall;
import dev.parley.domain.item.Question;
import dev.parley.domain.shared.Json;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.ChatKitUnderTest;
import dev.parley.web.testing.RawRequest;
import dev.parley.web.testing.ThreadOnScreen;
import dev.parley.web.testing.ThreadOnServer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the component sends, in its order and its words, to a server on PostgreSQL; what it shows is what is stored. */
@WithSharedNodes
class ComponentTest {

    private static final ParleyServer PARLEY = SharedNodes.one();
    private static final String IMAGE =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private final Api api = PARLEY.someone();
    private final ChatKitUnderTest component = new ChatKitUnderTest(api);
    private final ThreadOnScreen screen = new ThreadOnScreen();

    @AfterEach
    void echo() {
        PARLEY.assistant().reset();
    }

    @Test
    void aConversationFromTheEmptyListToItsDeletion() throws IOException {
        assertThat(component
                        .send("threads.list", "{'limit':9999,'order':'desc'}")
                        .body())
                .isEqualTo("{\"data\":[],\"has_more\":false}");
        Answer created = show(component.send("threads.create", "{'input':%s}".formatted(input("hello", ""))));
        String thread = created.jsonEvents().getFirst().at("/thread/id").asString();

        String stopped = stopAnAnswer(thread);
        show(component.send(
                "threads.retry_after_item", "{'thread_id':'%s','item_id':'%s'}".formatted(thread, stopped)));

        PARLEY.assistant().follow((turn, reply) -> reply.callClientTool(new RequestedCall("c", "locate", "{}")));
        say(thread, "where am I?", "");
        PARLEY.assistant()
                .follow((turn, reply) -> reply.ask(List.of(new Question.Freeform("q", "Which harbour?", null, null))));
        Answer located = component.send(
                "threads.add_client_tool_output", "{'thread_id':'%s','result':{'city':'Iolcus'}}".formatted(thread));
        screen.completed(JsonMapper.shared().readTree("{\"city\":\"Iolcus\"}"));
        show(located);

        PARLEY.assistant().follow((turn, reply) -> reply.widget(new Json("{\"type\":\"Map\"}"), null));
        show(component.send(
                "threads.add_structured_input",
                "{'thread_id':'%s','item_id':'%s','input':{'status':'answered','answers':{'q':{'values':['the old one'],'skipped':false}}}}"
                        .formatted(thread, last("structured_input"))));

        String action =
                "{'thread_id':'%s','item_id':'%s','action':{'type':'fill','payload':{'type':'%s'},'handler':'server','loadingBehavior':'auto'}}";
        show(component.send("threads.custom_action", action.formatted(thread, last("widget"), "Chart")));
        screen.replaced(component
                .send("threads.sync_custom_action", action.formatted(thread, last("widget"), "Table"))
                .json()
                .at("/updated_item"));

        PARLEY.assistant().reset();
        String attachment = uploaded();
        say(thread, "look", "'" + attachment + "'");
        assertThat(screen.items()
                        .get(screen.items().size() - 2)
                        .at("/attachments/0/type")
                        .asString())
                .isEqualTo("image");

        component.send(
                "items.feedback",
                "{'thread_id':'%s','item_ids':['%s'],'kind':'negative'}".formatted(thread, last("assistant_message")));
        screen.renamed(component
                .send("threads.update", "{'thread_id':'%s','title':'The Argo'}".formatted(thread))
                .json());

        assertThat(screen.items().stream().map(item -> item.at("/type").asString()))
                .containsExactly(
                        "user_message",
                        "assistant_message",
                        "user_message",
                        "assistant_message",
                        "user_message",
                        "client_tool_call",
                        "structured_input",
                        "widget",
                        "assistant_message",
                        "user_message",
                        "assistant_message");
        ThreadOnServer server = new ThreadOnServer(api, thread);
        assertThat(component
                        .send("threads.list", "{'limit':9999,'order':'desc'}")
                        .json()
                        .at("/data/0/title")
                        .asString())
                .isEqualTo("The Argo");
        server.deleteForGood();
        assertThat(api.get("/api/v1/attachments/" + attachment).status()).isEqualTo(404);
    }

    @Test
    void aConversationThatGoesToAndFroBetweenTheApisIsTheSameInBoth() {
        String thread = api.newSession();
        screen.renamed(component.send("threads.list", "{}").json().at("/data/0"));
        show(api.say(thread, "over REST"));
        PARLEY.assistant().follow((turn, reply) -> {
            reply.widget(new Json("{\"type\":\"Card\",\"size\":1.50}"), "a card");
            reply.text("Here it is.");
        });
        show(component.say(thread, "over ChatKit"));
        show(api.say(thread, "over REST again"));
        ThreadOnServer server = new ThreadOnServer(api, thread);
        server.assertShows(screen, 2);
        server.assertShowsOverRest(screen);

        api.patch("/api/v1/chatkit/sessions/" + thread, "{\"title\":\"Renamed over REST\"}");
        assertThat(component
                        .send("threads.get_by_id", "{'thread_id':'%s'}".formatted(thread))
                        .json()
                        .at("/title")
                        .asString())
                .isEqualTo("Renamed over REST");

        api.delete("/api/v1/chatkit/sessions/" + thread);
        assertThat(component
                        .send("threads.get_by_id", "{'thread_id':'%s'}".formatted(thread))
                        .status())
                .isEqualTo(404);
    }

    /** Returns the message whose answer the user stops. */
    private String stopAnAnswer(String thread) throws IOException {
        PARLEY.assistant().follow((turn, reply) -> {
            reply.text("I will be very lo");
            waitForever();
        });
        String body = ChatKitUnderTest.request(
                "threads.add_user_message", "{'thread_id':'%s','input':%s}".formatted(thread, input("stop me", "")));
        try (RawRequest request = RawRequest.post(
                api.server().getPort(), Objects.requireNonNull(api.token()), ChatKitUnderTest.PATH, body)) {
            request.readUntil("very lo");
        }
        await().until(() -> component.items(thread).size() == 4);
        String run = api.get(Api.runsOf(thread)).json().at("/data/0/id").asString();
        screen.take(api.get(Api.runsOf(thread) + "/" + run + "/events").jsonEvents());
        PARLEY.assistant().reset();
        String stopped = last("user_message");
        screen.retried(stopped);
        return stopped;
    }

    private void say(String thread, String text, String attachments) {
        show(component.send(
                "threads.add_user_message",
                "{'thread_id':'%s','input':%s}".formatted(thread, input(text, attachments))));
    }

    private Answer show(Answer answer) {
        screen.take(answer.jsonEvents());
        return answer;
    }

    private String last(String type) {
        return screen.items().reversed().stream()
                .filter(item -> item.at("/type").asString().equals(type))
                .findFirst()
                .orElseThrow()
                .at("/id")
                .asString();
    }

    /** Announced with one request, uploaded with another as the first one's answer wants it. */
    private String uploaded() {
        byte[] image = Base64.getDecoder().decode(IMAGE);
        JsonNode announced = component
                .send(
                        "attachments.create",
                        "{'name':'argo.png','size':%d,'mime_type':'image/png'}".formatted(image.length))
                .json();
        JsonNode upload = announced.at("/upload_descriptor");
        String address = upload.at("/url").asString();
        Answer uploaded = PARLEY.anonymous()
                .send(
                        address.substring(address.indexOf("/api")),
                        request -> request.method(upload.at("/method").asString(), BodyPublishers.ofByteArray(image))
                                .header(
                                        "Content-Type",
                                        upload.at("/headers/Content-Type").asString()));
        assertThat(uploaded.status()).as(uploaded.body()).isEqualTo(200);
        return announced.at("/id").asString();
    }

    /** As the component writes it, which quotes nothing with an empty text. */
    private static String input(String text, String attachments) {
        return "{'content':[{'type':'input_text','text':'%s'}],'quoted_text':'','attachments':[%s],'inference_options':{}}"
                .formatted(text, attachments);
    }

    private static void waitForever() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
