package dev.parley.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.RunningParley;
import dev.parley.web.testing.Tokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SessionApiTest {

    private static final String SESSIONS = "/api/v1/chatkit/sessions";
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z";

    private final Api user = RunningParley.shared().someone();

    @Test
    void aSessionIsCreated() {
        String subject = UUID.randomUUID().toString();

        Answer answer = user.as(Tokens.of(subject)).createSession();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/success").asBoolean()).isTrue();
        assertThat(answer.data().propertyNames()).containsExactly("id", "user_id", "title", "created_at", "updated_at");
        assertThat(answer.data().at("/user_id").asString()).isEqualTo(subject);
        assertThat(answer.data().at("/title").asString()).isEqualTo("New Chat");
        assertThat(answer.data().at("/created_at").asString()).matches(TIME);
        assertThat(answer.data().at("/updated_at").asString()).matches(TIME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", " {} ", "{\"anything\": [1]}"})
    void aBodyThatIsEmptyOrAnObjectCreatesASession(String body) {
        assertThat(user.post(SESSIONS, body).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "null", "{", "{} {}"})
    void anyOtherBodyIsRefused(String body) {
        Answer answer = user.post(SESSIONS, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_REQUEST");
        assertThat(user.sessions().json().at("/meta/total").asInt()).isZero();
    }

    @Test
    void aBodyThatIsNoJsonIsRefused() {
        Answer answer = user.send(
                SESSIONS,
                request -> request.POST(BodyPublishers.ofString("a=b"))
                        .header("Content-Type", "application/x-www-form-urlencoded"));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void eleventhSessionIsRefused() {
        for (int i = 0; i < 10; i++) {
            assertThat(user.createSession().status()).isEqualTo(200);
        }

        Answer eleventh = user.createSession();

        assertThat(eleventh.status()).isEqualTo(429);
        assertThat(eleventh.code()).isEqualTo("SESSION_LIMIT");
        assertThat(eleventh.message())
                .startsWith("Maximum 10 sessions allowed.")
                .contains("delete");
    }

    @Test
    void theListIsEmptyAtFirst() {
        Answer list = user.sessions();

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.data().size()).isZero();
        assertThat(list.json().at("/meta").toString()).isEqualTo("{\"total\":0,\"has_more\":false}");
    }

    @Test
    void theListTellsMessagesAndTheLastUpdatedFirst() {
        String first = user.newSession();
        String second = user.newSession();
        user.say(first, "hello");

        Answer list = user.sessions();

        assertThat(idsOf(list)).containsExactly(first, second);
        assertThat(list.data().at("/0/message_count").asInt()).isEqualTo(2);
        assertThat(list.data().at("/1/message_count").asInt()).isZero();
        assertThat(list.data().at("/0").propertyNames())
                .containsExactly("id", "user_id", "title", "created_at", "updated_at", "message_count");
    }

    @Test
    void pagesHoldEverySessionOnce() {
        List<String> created = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            created.add(user.newSession());
        }

        List<String> seen = new ArrayList<>();
        String after = "";
        while (after != null) {
            Answer page = user.get(SESSIONS + "?limit=2" + (after.isEmpty() ? "" : "&after=" + after));
            assertThat(page.json().at("/meta/total").asInt()).isEqualTo(5);
            seen.addAll(idsOf(page));
            after = page.json().at("/meta/has_more").asBoolean()
                    ? page.json().at("/meta/after").asString()
                    : null;
        }

        assertThat(seen).containsExactlyInAnyOrderElementsOf(created).hasSize(5);
    }

    @Test
    void aPageBehindADeletedSessionGoesOnWhereItStood() {
        String oldest = user.newSession();
        String middle = user.newSession();
        String newest = user.newSession();
        user.delete(SESSIONS + "/" + middle);

        assertThat(idsOf(user.get(SESSIONS + "?limit=2&after=" + middle))).containsExactly(oldest);
        assertThat(idsOf(user.get(SESSIONS + "?limit=2&after=" + newest))).containsExactly(oldest);
    }

    @Test
    void behindASessionThatNeverWasOrIsAnothersThereIsNothing() {
        user.newSession();

        for (String unknown :
                List.of(RunningParley.shared().someone().newSession(), "00000000-0000-0000-0000-000000000000")) {
            Answer rest = user.get(SESSIONS + "?after=" + unknown);
            assertThat(rest.status()).isEqualTo(200);
            assertThat(idsOf(rest)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=many", "limit=99999999999", "after=nothing", "after="})
    void aPageThatCannotBeIsRefused(String query) {
        Answer answer = user.get(SESSIONS + "?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_REQUEST");
        assertThat(answer.message()).contains(query.substring(0, query.indexOf('=')));
    }

    @Test
    void aSessionIsReadWithItsMessages() {
        String id = user.newSession();
        user.say(id, "two words");

        JsonNode session = user.session(id).data();

        assertThat(session.at("/title").asString()).isEqualTo("two words");
        assertThat(session.at("/messages").size()).isEqualTo(2);
        assertThat(session.at("/messages/0").propertyNames()).containsExactly("id", "role", "content", "created_at");
        assertThat(session.at("/messages/0/role").asString()).isEqualTo("user");
        assertThat(session.at("/messages/0/content").toString())
                .isEqualTo("[{\"type\":\"input_text\",\"text\":\"two words\"}]");
        assertThat(session.at("/messages/1/role").asString()).isEqualTo("assistant");
        assertThat(session.at("/messages/1/content").toString())
                .isEqualTo("[{\"type\":\"output_text\",\"text\":\"two words\"}]");
    }

    @Test
    void aSessionIsRenamed() {
        String id = user.newSession();

        Answer answer = user.patch(SESSIONS + "/" + id, "{\"title\": \" Plans 🚢 \"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.data().at("/title").asString()).isEqualTo("Plans 🚢");
        assertThat(user.session(id).data().at("/title").asString()).isEqualTo("Plans 🚢");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"title\": null}",
                "{\"title\": \"  \"}",
                "{\"title\": 5}",
                "{\"title\": [\"a\"]}",
                "{\"title\": \"a\\u0000b\"}",
                "{\"title\": \"\\ud83d\"}"
            })
    void aTitleThatCannotBeIsRefused(String body) {
        String id = user.newSession();

        Answer answer = user.patch(SESSIONS + "/" + id, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_REQUEST");
        assertThat(answer.message()).contains("title");
        assertThat(user.session(id).data().at("/title").asString()).isEqualTo("New Chat");
    }

    @Test
    void aTitleHasAtMost200Characters() {
        String path = SESSIONS + "/" + user.newSession();

        assertThat(user.patch(path, "{\"title\":\"" + "🚢".repeat(200) + "\"}").status())
                .isEqualTo(200);
        assertThat(user.patch(path, "{\"title\":\"" + "🚢".repeat(201) + "\"}").status())
                .isEqualTo(400);
    }

    @Test
    void aDeletedSessionIsGone() {
        String id = user.newSession();

        Answer answer = user.delete(SESSIONS + "/" + id);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.data().toString()).isEqualTo("{\"deleted\":true,\"session_id\":\"%s\"}".formatted(id));
        assertThat(user.session(id).code()).isEqualTo("SESSION_NOT_FOUND");
        assertThat(user.delete(SESSIONS + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void aSessionHasOneThreadWithItsId() {
        String id = user.newSession();

        Answer first = user.post(SESSIONS + "/" + id + "/threads");
        Answer again = user.post(SESSIONS + "/" + id + "/threads", "{}");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.data().propertyNames()).containsExactly("id", "session_id", "created_at");
        assertThat(first.data().at("/id").asString()).isEqualTo(id);
        assertThat(first.data().at("/session_id").asString()).isEqualTo(id);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "00000000-0000-0000-0000-000000000000", "%F0%9F%9A%A2", "a%20b"})
    void anUnknownOrMalformedIdIsNotFound(String id) {
        String path = SESSIONS + "/" + id;

        for (Answer answer : List.of(
                user.get(path),
                user.patch(path, "{\"title\":\"new\"}"),
                user.delete(path),
                user.post(path + "/threads"),
                user.post(path + "/threads/" + id + "/runs", Api.message("hello")))) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.code()).isEqualTo("SESSION_NOT_FOUND");
        }
    }

    @Test
    void anothersSessionIsForbiddenAndStaysAsItWas() {
        String id = user.newSession();
        String path = SESSIONS + "/" + id;
        Api stranger = RunningParley.shared().someone();

        for (Answer answer : List.of(
                stranger.get(path),
                stranger.patch(path, "{\"title\":\"mine\"}"),
                stranger.delete(path),
                stranger.post(path + "/threads"),
                stranger.say(id, "hello"))) {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("FORBIDDEN");
        }

        assertThat(user.session(id).data().at("/title").asString()).isEqualTo("New Chat");
        assertThat(stranger.sessions().data().size()).isZero();
    }

    private static List<String> idsOf(Answer list) {
        return list.data()
                .valueStream()
                .map(session -> session.at("/id").asString())
                .toList();
    }
}
