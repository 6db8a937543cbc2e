package dev.parley.web.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.tool.RequestedCall;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.RunningParley;
import dev.parley.web.testing.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class HostedThreadApiTest {

    private static final String THREADS = "/v1/chatkit/threads";

    private final RunningParley parley = RunningParley.shared();
    private final Api backend = parley.backend();
    private final String name = "user-" + UUID.randomUUID();
    private final Api user = parley.anonymous().as(Tokens.of(name));

    @AfterEach
    void reset() {
        parley.assistant().reset();
    }

    @Test
    void aThreadIsToldInOpenAisShapeWithExplicitNulls() {
        backend.post("/v1/chatkit/sessions", "{\"user\":\"%s\",\"workflow\":{\"id\":\"w\"}}".formatted(name));
        String id = user.newSession();

        Answer answer = backend.get(THREADS + "/" + id);

        assertThat(answer.body().replaceAll("\"created_at\":\\d{10},", ""))
                .isEqualTo("{\"id\":\"%s\",\"object\":\"chatkit.thread\",\"title\":null,".formatted(id)
                        + "\"status\":{\"type\":\"active\"},\"user\":\"%s\"}".formatted(name));
        user.say(id, "Plans for the summer");
        assertThat(backend.get(THREADS + "/" + id).json().at("/title").asString())
                .isEqualTo("Plans for the summer");
    }

    @Test
    void aUserWhomNoSessionHasNamedIsCalledByTheAccountsId() {
        Answer created = user.createSession();

        JsonNode thread =
                backend.get(THREADS + "/" + created.data().at("/id").asString()).json();

        assertThat(thread.at("/user")).isEqualTo(created.data().at("/user_id"));
        assertThat(backend.get(THREADS + "?user=" + thread.at("/user").asString())
                        .json()
                        .at("/data/0/id"))
                .isEqualTo(thread.at("/id"));
    }

    @Test
    void aUsersThreadsComeInPagesNewestFirst() {
        List<String> made = newThreads(5);
        parley.someone().newSession();

        JsonNode first = page("limit=2");
        JsonNode second = page("limit=2&after=" + first.at("/last_id").asString());
        JsonNode third = page("limit=2&after=" + second.at("/last_id").asString());
        JsonNode back = page("limit=2&before=" + third.at("/first_id").asString());

        assertThat(first.propertyNames())
                .containsExactlyInAnyOrder("object", "data", "first_id", "last_id", "has_more");
        assertThat(first.at("/object").asString()).isEqualTo("list");
        assertThat(ids(first)).containsExactly(made.get(4), made.get(3));
        assertThat(ids(second)).containsExactly(made.get(2), made.get(1));
        assertThat(ids(third)).containsExactly(made.get(0));
        assertThat(ids(back)).isEqualTo(ids(second));
        assertThat(first.at("/has_more").asBoolean()).isTrue();
        assertThat(third.at("/has_more").asBoolean()).isFalse();
        assertThat(ids(page("order=asc"))).isEqualTo(made);
    }

    @Test
    void everybodysThreadsAreListedWhereNoUserIsNamed() {
        String mine = user.newSession();
        String anothers = parley.someone().newSession();

        assertThat(ids(backend.get(THREADS).json())).contains(mine, anothers);
    }

    @Test
    void anEmptyPageHasNoEnds() {
        Answer answer = backend.get(THREADS + "?user=" + name);

        assertThat(answer.body())
                .isEqualTo("{\"object\":\"list\",\"data\":[],\"first_id\":null,\"last_id\":null,\"has_more\":false}");
    }

    @Test
    void itemsAreToldInOpenAisShapeAndToolCallsAreNot() {
        String id = user.newSession();
        parley.assistant().follow((turn, reply) -> {
            reply.callTool(new RequestedCall("call_1", "echo", "{}"));
            reply.text("Done.");
        });
        user.say(id, "Do it");

        Answer answer = backend.get(THREADS + "/" + id + "/items?order=asc");

        assertThat(answer.body()
                        .replaceAll("msg_[0-9a-f]+", "msg")
                        .replaceAll("\"created_at\":\\d{10}", "\"created_at\":0"))
                .isEqualTo(("{\"object\":\"list\",\"data\":[{\"id\":\"msg\",\"object\":\"chatkit.thread_item\","
                                + "\"created_at\":0,\"thread_id\":\"%1$s\",\"type\":\"chatkit.user_message\","
                                + "\"content\":[{\"type\":\"input_text\",\"text\":\"Do it\"}],\"attachments\":[],"
                                + "\"inference_options\":null},{\"id\":\"msg\",\"object\":\"chatkit.thread_item\","
                                + "\"created_at\":0,\"thread_id\":\"%1$s\",\"type\":\"chatkit.assistant_message\","
                                + "\"content\":[{\"type\":\"output_text\",\"text\":\"Done.\",\"annotations\":[]}]}],"
                                + "\"first_id\":\"msg\",\"last_id\":\"msg\",\"has_more\":false}")
                        .formatted(id));
    }

    @Test
    void aPickedModelIsTold() {
        String id = user.newSession();
        user.post(
                Api.runsOf(id),
                "{\"message\":{\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":\"hi\"}],"
                        + "\"inference_options\":{\"model\":\"small\"}}}");

        JsonNode items = backend.get(THREADS + "/" + id + "/items?order=asc").json();

        assertThat(items.at("/data/0/inference_options").toString())
                .isEqualTo("{\"tool_choice\":null,\"model\":\"small\"}");
    }

    @Test
    void itemsComeInPages() {
        String id = user.newSession();
        user.say(id, "one");
        user.say(id, "two");
        String items = THREADS + "/" + id + "/items?limit=3&order=asc";

        JsonNode first = backend.get(items).json();
        JsonNode second =
                backend.get(items + "&after=" + first.at("/last_id").asString()).json();

        assertThat(first.at("/data").size()).isEqualTo(3);
        assertThat(first.at("/has_more").asBoolean()).isTrue();
        assertThat(second.at("/data/0/content/0/text").asString()).isEqualTo("two");
        assertThat(second.at("/has_more").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"after", "before"})
    void aCursorOfAThreadsItemsHasTheFormOfAnItemsId(String cursor) {
        String id = user.newSession();
        user.say(id, "one");
        String items = THREADS + "/" + id + "/items?" + cursor + "=";

        Answer refused = backend.get(items + "msg_nothing");
        Answer unknown = backend.get(items + "msg_" + "0".repeat(24));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/error/param").asString()).isEqualTo(cursor);
        assertThat(unknown.status()).isEqualTo(200);
        assertThat(unknown.json().at("/data")).isEmpty();
        assertThat(unknown.json().at("/has_more").asBoolean()).isFalse();
    }

    @Test
    void aDeletedThreadIsGoneForEverybody() {
        String id = user.newSession();

        Answer deleted = backend.delete(THREADS + "/" + id);

        assertThat(deleted.body())
                .isEqualTo("{\"id\":\"%s\",\"object\":\"chatkit.thread.deleted\",\"deleted\":true}".formatted(id));
        assertThat(user.session(id).status()).isEqualTo(404);
        assertThat(backend.get(THREADS + "/" + id).status()).isEqualTo(404);
        assertThat(backend.get(THREADS + "/" + id + "/items").status()).isEqualTo(404);
        Answer again = backend.delete(THREADS + "/" + id);
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.json().at("/error/code").asString()).isEqualTo("thread_not_found");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0,     limit",
        "limit=101,   limit",
        "order=up,    order",
        "after=1,     after",
        "before=1,    before",
        "user=,       user",
        "user=%00,    user"
    })
    void aWrongParameterIsNamed(String query, String parameter) {
        Answer answer = backend.get(THREADS + "?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/error/param").asString()).isEqualTo(parameter);
    }

    @Test
    void aLimitThatIsNoNumberIsRefused() {
        assertThat(backend.get(THREADS + "?limit=many").status()).isEqualTo(400);
    }

    private List<String> newThreads(int number) {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            made.add(user.newSession());
        }
        return made;
    }

    private JsonNode page(String query) {
        return backend.get(THREADS + "?user=" + name + "&" + query).json();
    }

    private static List<String> ids(JsonNode page) {
        return page.at("/data").values().stream()
                .map(thread -> thread.at("/id").asString())
                .toList();
    }
}
