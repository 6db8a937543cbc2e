package dev.parley.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.RawExchange;
import dev.parley.web.testing.RunningParley;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ApiDescriptionTest {

    private static final Answer ANSWER = RunningParley.shared().anonymous().get("/v3/api-docs");

    private final JsonNode api = ANSWER.json();

    @Test
    void theDescriptionIsReadWithoutAToken() {
        assertThat(ANSWER.status()).isEqualTo(200);
        assertThat(api.at("/info/title").asString()).isEqualTo("Parley");
    }

    @Test
    void theServerIsNamedRelativeToTheDescription() {
        assertThat(api.at("/servers").values())
                .singleElement()
                .satisfies(server -> assertThat(server.at("/url").asString()).isEqualTo(".."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v3/api-docs", "/v3/api-docs.yaml"})
    void theDescriptionIsTheSameWhateverHostsAreNamed(String path) {
        int port = RunningParley.shared().port();

        assertThat(IntStream.range(0, 20)
                        .mapToObj(i -> RawExchange.of(
                                port, "GET", path, List.of("Host: host-" + i + ".example", "Accept-Language: de")))
                        .peek(answer -> assertThat(answer.status()).isEqualTo(200))
                        .map(RawExchange::body)
                        .distinct())
                .singleElement()
                .asString()
                .doesNotContain("host-");
    }

    @Test
    void everyEndpointIsDescribed() {
        Set<String> operations = new TreeSet<>();
        api.at("/paths")
                .values()
                .forEach(path -> path.values()
                        .forEach(operation ->
                                operations.add(operation.at("/operationId").asString())));

        assertThat(operations)
                .containsExactly(
                        "addTask",
                        "cancelRun",
                        "changePassword",
                        "chatkit",
                        "completeTask",
                        "createSession",
                        "deleteAttachment",
                        "deleteSession",
                        "deleteTask",
                        "downloadAttachment",
                        "endOtherSignIns",
                        "endSignIn",
                        "followRun",
                        "getRun",
                        "getSession",
                        "getTask",
                        "listRuns",
                        "listSessions",
                        "listSignIns",
                        "listTasks",
                        "logIn",
                        "logOut",
                        "me",
                        "offerPasswordReset",
                        "openThread",
                        "previewAttachment",
                        "receiveAttachment",
                        "register",
                        "renameSession",
                        "resetPassword",
                        "startRun",
                        "updateTask",
                        "uploadAttachment",
                        "usage");
    }

    @Test
    void everySuccessHasAnExample() {
        operations().forEach(operation -> {
            JsonNode responses = operation.at("/responses");
            JsonNode success = Stream.of("200", "201", "202")
                    .filter(responses::has)
                    .findFirst()
                    .map(responses::get)
                    .orElseThrow();
            assertThat(success.at("/content").values())
                    .as(operation.at("/operationId").asString())
                    .isNotEmpty()
                    .allMatch(type -> type.has("example"));
        });
    }

    @Test
    void everyRefusalIsListedWithItsCode() {
        JsonNode responses =
                api.at("/paths/~1api~1v1~1chatkit~1sessions~1{session_id}~1threads~1{thread_id}~1runs/post/responses");

        assertThat(responses.propertyNames())
                .containsExactlyInAnyOrder(
                        "200", "400", "401", "403", "404", "406", "409", "413", "415", "422", "429", "500", "502",
                        "503");
        assertThat(responses.at("/400/content/application~1json/examples").propertyNames())
                .containsExactlyInAnyOrder(
                        "INVALID_REQUEST", "EMPTY_MESSAGE", "MESSAGE_TOO_LONG", "TOO_MANY_ATTACHMENTS");
        assertThat(responses.at("/400/content/application~1json/schema/$ref").asString())
                .isEqualTo("#/components/schemas/ErrorEnvelope");
        assertThat(api.at("/components/schemas/ErrorEnvelope/properties").propertyNames())
                .contains("success", "error");
    }

    @Test
    void fieldsAreNamedAsTheyAreSent() {
        assertThat(api.at("/components/schemas/SessionResponse/properties").propertyNames())
                .containsExactlyInAnyOrder("id", "user_id", "title", "created_at", "updated_at");
    }

    @Test
    void theCallersAccountIsNoParameter() {
        operations()
                .forEach(operation -> assertThat(operation.at("/parameters").values())
                        .noneMatch(parameter -> parameter.at("/name").asString().equals("caller")));
    }

    @Test
    void theDescriptionCanBeSeenInABrowser() {
        assertThat(RunningParley.shared()
                        .anonymous()
                        .get("/swagger-ui/index.html")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void bothCanBeSwitchedOff() {
        try (RunningParley parley =
                RunningParley.start("springdoc.api-docs.enabled=false", "springdoc.swagger-ui.enabled=false")) {
            Api anonymous = parley.anonymous();
            assertThat(anonymous.get("/v3/api-docs").status()).isEqualTo(404);
            assertThat(anonymous.get("/swagger-ui/index.html").status()).isEqualTo(404);
        }
    }

    private Iterable<JsonNode> operations() {
        return () -> api.at("/paths").values().stream()
                .flatMap(path -> path.values().stream())
                .iterator();
    }
}
