package dev.parley.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.ChatKitUnderTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Whom the old revision has registered, and all that is theirs, seen over the API. */
final class OldUser {

    private static final String CREDENTIALS = "{\"email\":\"jason1@example.org\",\"password\":\"the golden fleece\"}";

    private final Api server;
    private final Api api;
    private final ChatKitUnderTest chat;

    private OldUser(Api server, Api api) {
        this.server = server;
        this.api = api;
        this.chat = new ChatKitUnderTest(api);
    }

    /** Signs in with the old password. */
    static OldUser signIn(Api server) {
        Answer answer = server.post("/api/v1/auth/login", CREDENTIALS);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return new OldUser(server, server.as(answer.data().at("/token").asString()));
    }

    /** Asserts that all is there, and that the old key still opens the threads of its server. */
    void assertSeesEverything(String key) {
        assertThat(itemsOfAllThreads())
                .contains(
                        "user_message",
                        "assistant_message",
                        "client_tool_call",
                        "widget",
                        "generated_image",
                        "structured_input",
                        "task",
                        "workflow");
        assertThat(api.get("/api/v1/chatkit/sessions").body()).contains("Die Argo, größer");
        assertThat(api.get("/api/v1/tasks").body()).contains("Ölen 0", "Straße", "once");
        assertThat(api.get("/api/v1/usage").body()).contains("model-x");
        assertThat(attachment()).isEqualTo("the ship ".repeat(200));
        assertThat(repeatedTask().data().at("/title").asString()).isEqualTo("once");
        Answer threads = server.as(key).get("/v1/chatkit/threads?user=u-1");
        assertThat(threads.status()).as(threads.body()).isEqualTo(200);
        assertThat(threads.json().at("/data")).hasSize(1);
    }

    private Set<String> itemsOfAllThreads() {
        return threads().stream()
                .flatMap(thread -> chat.items(thread.at("/id").asString()).stream())
                .map(item -> item.at("/type").asString())
                .collect(Collectors.toSet());
    }

    private List<JsonNode> threads() {
        return chat.send("threads.list", "{'limit':100}")
                .json()
                .at("/data")
                .valueStream()
                .toList();
    }

    private String attachment() {
        String id = threads().stream()
                .flatMap(thread -> chat.items(thread.at("/id").asString()).stream())
                .flatMap(item -> item.at("/attachments").valueStream())
                .map(attachment -> attachment.at("/id").asString())
                .findFirst()
                .orElseThrow();
        return new String(
                api.exchange("/api/v1/attachments/" + id, request -> request.GET(), BodyHandlers.ofByteArray())
                        .body(),
                StandardCharsets.UTF_8);
    }

    /** The request that the old revision has served already. */
    private Answer repeatedTask() {
        Answer answer = api.send(
                "/api/v1/tasks",
                request -> request.POST(BodyPublishers.ofString("{\"title\":\"once\"}"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "the-one-key"));
        assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
        return answer;
    }
}
