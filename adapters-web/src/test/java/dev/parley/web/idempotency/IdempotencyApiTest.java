package dev.parley.web.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.RunningParley;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class IdempotencyApiTest {

    private static final String SESSIONS = "/api/v1/chatkit/sessions";
    private static final String TASKS = "/api/v1/tasks";
    private static final String MILK = "{\"title\": \"Buy milk\", \"tags\": [\"shop\"], \"description\": \"2 l 🚢\"}";

    private final Api user = RunningParley.shared().someone();

    @Test
    void aSessionIsCreatedOnceForAKey() {
        Answer first = post(SESSIONS, "", "key");
        Answer again = post(SESSIONS, "", "key");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(user.sessions().json().at("/meta/total").asInt()).isOne();
    }

    @Test
    void aTaskIsAddedOnceForAKey() {
        Answer first = post(TASKS, MILK, "key");
        Answer again = post(TASKS, MILK, "key");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(user.get(TASKS).json().at("/meta/total").asInt()).isOne();
    }

    @Test
    void aRepeatIsAnsweredAsTheFirstTimeWhateverHasHappenedSince() {
        Answer first = post(SESSIONS, "", "key");
        String session = SESSIONS + "/" + first.data().at("/id").asString();
        user.patch(session, "{\"title\": \"Plans\"}");
        assertThat(post(SESSIONS, "", "key").body()).isEqualTo(first.body());

        user.delete(session);

        assertThat(post(SESSIONS, "", "key").body()).isEqualTo(first.body());
    }

    @Test
    void aKeyForAnotherBodyIsRefused() {
        post(TASKS, MILK, "key");

        Answer other = post(TASKS, "{\"title\": \"Buy oil\"}", "key");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(other.message()).contains("new key");
        assertThat(user.get(TASKS).json().at("/meta/total").asInt()).isOne();
    }

    @Test
    void aKeyForAnotherAddressIsRefused() {
        post(SESSIONS, "{}", "key");

        assertThat(post(TASKS, MILK, "key").code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void anotherUsersKeyIsAnother() {
        Answer mine = post(SESSIONS, "", "key");
        Api other = RunningParley.shared().someone();

        Answer theirs = other.send(
                SESSIONS, request -> request.POST(BodyPublishers.noBody()).header("Idempotency-Key", "key"));

        assertThat(theirs.status()).isEqualTo(200);
        assertThat(theirs.data().at("/id")).isNotEqualTo(mine.data().at("/id"));
    }

    @Test
    void aRefusalMayBeTriedAgainWithTheSameKey() {
        String first = user.newSession();
        for (int i = 1; i < 10; i++) {
            user.createSession();
        }
        assertThat(post(SESSIONS, "", "key").code()).isEqualTo("SESSION_LIMIT");
        user.delete(SESSIONS + "/" + first);

        Answer again = post(SESSIONS, "", "key");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void aRequestThatCouldNotBeReadUsesNoKey() {
        assertThat(post(TASKS, "{", "key").status()).isEqualTo(400);
        assertThat(post(TASKS, "{}", "key").status()).isEqualTo(400);

        assertThat(post(TASKS, MILK, "key").status()).isEqualTo(201);
    }

    @Test
    void quotesAreNotPartOfTheKey() {
        Answer bare = post(SESSIONS, "", "a\\b");

        assertThat(post(SESSIONS, "", "\"a\\\\b\"").body()).isEqualTo(bare.body());
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void aMalformedKeyIsRefused(String key) {
        Answer answer = post(SESSIONS, "", key);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_REQUEST");
        assertThat(answer.message()).startsWith("Idempotency-Key must ");
        assertThat(user.sessions().json().at("/meta/total").asInt()).isZero();
    }

    @Test
    void twoKeysAreRefused() {
        Answer answer = user.send(
                SESSIONS,
                request -> request.POST(BodyPublishers.noBody())
                        .header("Idempotency-Key", "one")
                        .header("Idempotency-Key", "two"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains("Idempotency-Key");
    }

    @Test
    void aBodyWithAKeyIsBoundedToo() {
        byte[] body = ("{\"title\":\"" + "x".repeat(1024 * 1024) + "\"}").getBytes(UTF_8);

        Answer answer = user.send(
                TASKS,
                request -> request.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "key"));

        assertThat(answer.status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"createSession", "addTask"})
    void theHeaderIsDescribed(String operationId) {
        JsonNode operation = operation(operationId);

        assertThat(operation.at("/parameters").values()).singleElement().satisfies(parameter -> {
            assertThat(parameter.at("/name").asString()).isEqualTo("Idempotency-Key");
            assertThat(parameter.at("/in").asString()).isEqualTo("header");
        });
        assertThat(operation.at("/responses").propertyNames()).contains("400", "409", "422");
        assertThat(operation
                        .at("/responses/422/content/application~1json/examples")
                        .propertyNames())
                .containsExactly("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void aThreadIsTheSameWithAndWithoutAKey() {
        String threads = SESSIONS + "/" + user.newSession() + "/threads";

        assertThat(post(threads, "", "key").body()).isEqualTo(user.post(threads).body());
    }

    static Stream<String> malformed() {
        return Stream.of(
                "", "\"\"", "two words", "\"two words\"", "\"open", "\"a\"b\"", "\"a\\b\"", "\"a\";b", "k".repeat(256));
    }

    private Answer post(String path, String body, String key) {
        return user.send(
                path,
                request -> request.POST(BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key));
    }

    private static JsonNode operation(String id) {
        return RunningParley.shared().anonymous().get("/v3/api-docs").json().at("/paths").values().stream()
                .flatMap(path -> path.values().stream())
                .filter(operation -> operation.at("/operationId").asString().equals(id))
                .findAny()
                .orElseThrow();
    }
}
