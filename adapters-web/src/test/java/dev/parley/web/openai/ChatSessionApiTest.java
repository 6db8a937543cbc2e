package dev.parley.web.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.RunningParley;
import dev.parley.web.testing.ShiftedClock;
import dev.parley.web.testing.Tokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ChatSessionApiTest {

    private static final String SESSIONS = "/v1/chatkit/sessions";

    private final RunningParley parley = RunningParley.shared();
    private final Api backend = parley.backend();

    @Test
    void aSessionIsToldInOpenAisShapeWithExplicitNulls() {
        long before = now();

        Answer answer = backend.post(SESSIONS, "{\"user\":\"ada\",\"workflow\":{\"id\":\"wf_1\"}}");

        assertThat(answer.status()).isEqualTo(200);
        JsonNode session = answer.json();
        assertThat(session.at("/id").asString()).startsWith("cksess_");
        assertThat(session.at("/client_secret").asString()).startsWith("ek_");
        assertThat(session.at("/expires_at").asLong()).isBetween(before + 600, now() + 600);
        assertThat(answer.body().replaceAll("(cksess_|ek_)[0-9a-f]+", "$1").replaceAll("\"expires_at\":\\d+", "_"))
                .isEqualTo("{\"id\":\"cksess_\",\"object\":\"chatkit.session\",_,\"client_secret\":\"ek_\","
                        + "\"workflow\":{\"id\":\"wf_1\",\"version\":null,\"state_variables\":null,"
                        + "\"tracing\":{\"enabled\":true}},\"user\":\"ada\","
                        + "\"rate_limits\":{\"max_requests_per_1_minute\":10},\"max_requests_per_1_minute\":10,"
                        + "\"status\":\"active\",\"chatkit_configuration\":{"
                        + "\"automatic_thread_titling\":{\"enabled\":true},"
                        + "\"file_upload\":{\"enabled\":false,\"max_file_size\":512,\"max_files\":10},"
                        + "\"history\":{\"enabled\":true,\"recent_threads\":null}}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"expires_after\":{\"anchor\":\"created_at\",\"seconds\":30.7}",
                "\"expires_after\":{\"anchor\":\"created_at\",\"seconds\":60.0}",
                "\"rate_limits\":{\"max_requests_per_1_minute\":9.5}",
                "\"chatkit_configuration\":{\"file_upload\":{\"max_files\":1e0}}",
                "\"chatkit_configuration\":{\"history\":{\"recent_threads\":2.5}}"
            })
    void aNumberWithAFractionIsNoWholeOne(String member) {
        Answer answer =
                backend.post(SESSIONS, "{\"user\":\"ada\",\"workflow\":{\"id\":\"wf_1\"},%s}".formatted(member));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid_request");
    }

    @Test
    void whatItsOpenerSaidIsToldBack() {
        String workflow = "{\"id\":\"wf_1\",\"version\":\"7\",\"state_variables\":{\"tone\":\"für alle\",\"level\":2.5,"
                + "\"beta\":true},\"tracing\":{\"enabled\":false}}";
        String configuration = "{\"automatic_thread_titling\":{\"enabled\":false},"
                + "\"file_upload\":{\"enabled\":true,\"max_file_size\":16,\"max_files\":3},"
                + "\"history\":{\"enabled\":false,\"recent_threads\":5}}";

        long before = now();
        JsonNode session = backend.post(
                        SESSIONS,
                        "{\"user\":\"ada\",\"workflow\":%s,\"chatkit_configuration\":%s,"
                                        .formatted(workflow, configuration)
                                + "\"expires_after\":{\"anchor\":\"created_at\",\"seconds\":60},"
                                + "\"rate_limits\":{\"max_requests_per_1_minute\":99}}")
                .json();

        assertThat(session.at("/workflow").toString()).isEqualTo(workflow);
        assertThat(session.at("/chatkit_configuration").toString()).isEqualTo(configuration);
        assertThat(session.at("/rate_limits/max_requests_per_1_minute").asInt()).isEqualTo(99);
        assertThat(session.at("/expires_at").asLong()).isBetween(before + 60, now() + 60);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                                        | user
            {"user":"ada"}                                                            | workflow
            {"user":" ","workflow":{"id":"w"}}                                        | user
            {"user":"a\\u0000","workflow":{"id":"w"}}                                 | user
            {"user":"a\\ud800","workflow":{"id":"w"}}                                 | user
            {"user":"ada","workflow":{}}                                              | workflow.id
            {"user":"ada","workflow":{"id":""}}                                       | workflow.id
            {"user":"ada","workflow":{"id":"w","version":"\\u0000"}}                  | workflow.version
            {"user":"ada","workflow":{"id":"w","state_variables":[1]}}                | workflow.state_variables
            {"user":"ada","workflow":{"id":"w","state_variables":{"a":{}}}}           | workflow.state_variables
            {"user":"ada","workflow":{"id":"w","state_variables":{"a":null}}}         | workflow.state_variables
            {"user":"ada","workflow":{"id":"w","state_variables":{"a":"\\u0000"}}}    | workflow.state_variables
            {"user":"ada","workflow":{"id":"w"},"expires_after":{"seconds":601}}      | expires_after.seconds
            {"user":"ada","workflow":{"id":"w"},"expires_after":{"seconds":0}}        | expires_after.seconds
            {"user":"ada","workflow":{"id":"w"},"expires_after":{}}                   | expires_after.seconds
            {"user":"ada","workflow":{"id":"w"},"expires_after":{"anchor":"now","seconds":9}} | expires_after.anchor
            {"user":"ada","workflow":{"id":"w"},"rate_limits":{"max_requests_per_1_minute":0}} | rate_limits.max_requests_per_1_minute
            {"user":"ada","workflow":{"id":"w"},"chatkit_configuration":{"file_upload":{"max_files":0}}} | chatkit_configuration.file_upload.max_files
            """)
    void aWrongFieldIsNamedInOpenAisForm(String body, String field) {
        Answer answer = backend.post(SESSIONS, body);

        assertThat(answer.status()).isEqualTo(400);
        JsonNode error = answer.json().at("/error");
        assertThat(error.at("/param").asString()).isEqualTo(field);
        assertThat(error.at("/type").asString()).isEqualTo("invalid_request_error");
        assertThat(error.at("/code").asString()).isEqualTo("invalid_request");
        assertThat(error.at("/message").asString()).startsWith(field);
    }

    @Test
    void stateVariablesHave64KibTogether() {
        String request = "{\"user\":\"ada\",\"workflow\":{\"id\":\"w\",\"state_variables\":{\"a\":\"%s\"}}}";

        assertThat(backend.post(SESSIONS, request.formatted("v".repeat(65_528))).status())
                .isEqualTo(200);
        assertThat(backend.post(SESSIONS, request.formatted("v".repeat(65_529)))
                        .json()
                        .at("/error/param")
                        .asString())
                .isEqualTo("workflow.state_variables");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"user":7,"workflow":{"id":"w"}}
            {"user":"ada","workflow":"w"}
            {"user":"ada","workflow":{"id":"w"},"expires_after":600}
            {"user":"ada","workflow":{"id":"w"},"expires_after":{"seconds":99999999999999999999}}
            {"user":"ada"
            []
            """)
    void whatIsNoRequestIsRefusedInOpenAisForm(String body) {
        Answer answer = backend.post(SESSIONS, body);

        assertThat(answer.status()).isEqualTo(400);
        JsonNode error = answer.json().at("/error");
        assertThat(error.propertyNames()).containsExactlyInAnyOrder("message", "type", "param", "code");
        assertThat(error.at("/param").isNull()).isTrue();
    }

    @Test
    void tooManyStateVariablesAreRefused() {
        StringBuilder variables = new StringBuilder("\"v0\":0");
        for (int i = 1; i < 65; i++) {
            variables.append(",\"v%d\":%d".formatted(i, i));
        }

        Answer answer = backend.post(
                SESSIONS,
                "{\"user\":\"ada\",\"workflow\":{\"id\":\"w\",\"state_variables\":{%s}}}".formatted(variables));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/error/param").asString()).isEqualTo("workflow.state_variables");
    }

    @Test
    void everyRefusalBelowV1IsInOpenAisForm() {
        assertThat(typeOf(backend.get("/v1/nothing"), 404)).isEqualTo("invalid_request_error");
        assertThat(typeOf(backend.delete(SESSIONS), 405)).isEqualTo("invalid_request_error");
        assertThat(typeOf(parley.anonymous().get("/v1/nothing"), 401)).isEqualTo("invalid_request_error");
        assertThat(typeOf(
                        backend.send(
                                SESSIONS,
                                request -> request.POST(BodyPublishers.ofString("hello"))
                                        .header("Content-Type", "text/plain")),
                        415))
                .isEqualTo("invalid_request_error");
        assertThat(typeOf(backend.post(SESSIONS, "\"" + "x".repeat(1024 * 1024) + "\""), 413))
                .isEqualTo("invalid_request_error");
    }

    @Test
    void theSecretActsForTheUserOfTheSession() {
        String name = "user-" + UUID.randomUUID();
        Api client =
                parley.anonymous().as(open(name, 60, 100).at("/client_secret").asString());

        String session = client.newSession();

        assertThat(parley.anonymous().as(Tokens.of(name)).session(session).status())
                .isEqualTo(200);
        assertThat(parley.someone().session(session).status()).isEqualTo(403);
        assertThat(client.say(session, "hello").status()).isEqualTo(200);
        assertThat(client.session(session).data().at("/messages").size()).isEqualTo(2);
    }

    @Test
    void aSecretIsRefusedOnceItsSessionHasExpired() {
        try (RunningParley later = RunningParley.start()) {
            JsonNode session = open(later.backend(), "ada", 600, 1000);
            Api client = later.anonymous().as(session.at("/client_secret").asString());
            assertThat(client.sessions().status()).isEqualTo(200);

            later.part(ShiftedClock.class).shift(Duration.ofMinutes(10));

            assertThat(client.sessions().status()).isEqualTo(401);
        }
    }

    @Test
    void aSecretIsRefusedAtOnceWhenItsSessionIsCancelled() {
        JsonNode session = open("ada", 60, 10);
        Api client = parley.anonymous().as(session.at("/client_secret").asString());
        assertThat(client.sessions().status()).isEqualTo(200);

        Answer cancelled = backend.post(SESSIONS + "/" + session.at("/id").asString() + "/cancel");

        assertThat(client.sessions().status()).isEqualTo(401);
        assertThat(client.sessions().code()).isEqualTo("UNAUTHORIZED");
        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.json().at("/status").asString()).isEqualTo("cancelled");
        assertThat(cancelled.json().at("/client_secret").asString()).isEmpty();
        assertThat(cancelled.json().at("/expires_at")).isEqualTo(session.at("/expires_at"));
    }

    @Test
    void aSessionThatIsNotThereCannotBeCancelled() {
        Answer answer = backend.post(SESSIONS + "/cksess_nothing/cancel");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().at("/error/code").asString()).isEqualTo("session_not_found");
    }

    @Test
    void aClientHasTheRateOfItsSessionAndOfNoOther() {
        Api slow = parley.anonymous().as(open("ada", 60, 2).at("/client_secret").asString());
        Api other =
                parley.anonymous().as(open("ada", 60, 2).at("/client_secret").asString());

        assertThat(slow.sessions().header("RateLimit-Policy")).isEqualTo("\"session\";q=2;w=60");
        assertThat(slow.sessions().status()).isEqualTo(200);
        Answer third = slow.sessions();

        assertThat(third.status()).isEqualTo(429);
        assertThat(third.code()).isEqualTo("RATE_LIMITED");
        assertThat(third.header("Retry-After")).isNotEmpty();
        assertThat(other.sessions().status()).isEqualTo(200);
    }

    private JsonNode open(String user, int seconds, int requestsPerMinute) {
        return open(backend, user, seconds, requestsPerMinute);
    }

    private static JsonNode open(Api backend, String user, int seconds, int requestsPerMinute) {
        return backend.post(
                        SESSIONS,
                        ("{\"user\":\"%s\",\"workflow\":{\"id\":\"w\"},\"expires_after\":{\"anchor\":\"created_at\","
                                        + "\"seconds\":%d},\"rate_limits\":{\"max_requests_per_1_minute\":%d}}")
                                .formatted(user, seconds, requestsPerMinute))
                .json();
    }

    private static String typeOf(Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        JsonNode error = answer.json().at("/error");
        assertThat(answer.json().propertyNames()).containsExactly("error");
        assertThat(error.propertyNames()).containsExactlyInAnyOrder("message", "type", "param", "code");
        return error.at("/type").asString();
    }

    private long now() {
        return parley.part(ShiftedClock.class).instant().getEpochSecond();
    }
}
