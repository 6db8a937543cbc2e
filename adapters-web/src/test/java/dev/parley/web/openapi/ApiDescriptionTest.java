package dev.parley.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.run.OnActiveRun;
import dev.parley.domain.run.RunStatus;
import dev.parley.domain.task.Priority;
import dev.parley.domain.task.TaskSort;
import dev.parley.domain.task.TaskStatus;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.ChatKitContract;
import dev.parley.web.testing.RawExchange;
import dev.parley.web.testing.RunningParley;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @Test
    void noPatternLooksAround() {
        assertThat(api.findValuesAsString("pattern")).isNotEmpty().noneMatch(pattern -> pattern.contains("(?"));
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
                        "200", "202", "400", "401", "403", "404", "406", "408", "409", "413", "415", "422", "429",
                        "500", "502", "503");
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
    void whatIsAlwaysThereIsRequired() {
        assertThat(texts(schema("SessionResponse").at("/required")))
                .containsExactlyInAnyOrder("id", "user_id", "title", "created_at", "updated_at");
        assertThat(texts(schema("TaskResponse").at("/required")))
                .contains("title", "priority", "tags")
                .doesNotContain("description");
        assertThat(texts(schema("HistoryMessage").at("/required")))
                .containsExactlyInAnyOrder("id", "role", "content", "created_at");
        assertThat(texts(schema("TaskRequest").at("/required"))).containsExactly("title");
    }

    @Test
    void whatMayBeLeftOutOfARequestMayBeNull() {
        assertThat(texts(schema("TaskRequest").at("/properties/description/type")))
                .containsExactly("string", "null");
        assertThat(schema("TaskRequest").at("/properties/title/type").asString())
                .isEqualTo("string");
        assertThat(schema("TaskResponse").at("/properties/description/type").asString())
                .isEqualTo("string");
    }

    @Test
    void fixedTextsAreThoseOfTheDomain() {
        assertThat(texts(schema("RunResponse").at("/properties/status/enum"))).isEqualTo(words(RunStatus.values()));
        assertThat(texts(schema("TaskResponse").at("/properties/priority/enum")))
                .isEqualTo(words(Priority.values()));
        assertThat(texts(parameter("listTasks", "status").at("/schema/enum"))).isEqualTo(words(TaskStatus.values()));
        assertThat(texts(parameter("listTasks", "sort").at("/schema/enum"))).isEqualTo(words(TaskSort.values()));
        assertThat(texts(schema("RunRequest").at("/properties/on_active_run/enum"))
                        .subList(0, 3))
                .containsExactlyInAnyOrderElementsOf(words(OnActiveRun.values()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Attachment", "ThreadItem", "StreamEvent", "ItemUpdate", "ChatKitRequest"})
    void whatMayBeOneOfSeveralIsToldApartByItsType(String name) {
        assertThat(schema(name).at("/discriminator/propertyName").asString()).isEqualTo("type");
        schema(name)
                .at("/discriminator/mapping")
                .properties()
                .forEach(entry -> assertThat(
                                texts(schema(entry.getValue().asString().replaceFirst(".*/", ""))
                                        .at("/properties/type/enum")))
                        .contains(entry.getKey()));
    }

    @ParameterizedTest
    @CsvSource({"items, ThreadItem", "events, StreamEvent", "updates, ItemUpdate"})
    void everyTypeOfTheProtocolIsDescribed(String kind, String name) {
        assertThat(schema(name).at("/discriminator/mapping").propertyNames())
                .containsExactlyInAnyOrderElementsOf(ChatKitContract.names(kind));
    }

    @Test
    void aStreamIsDescribedByItsEvents() {
        JsonNode answers = operation("startRun").at("/responses/200/content");

        assertThat(answers.at("/text~1event-stream/schema/$ref").asString()).endsWith("/RunServerSentEvent");
        assertThat(answers.at("/application~1json/schema/$ref").asString()).endsWith("/EnvelopeRunResponse");
        assertThat(operation("startRun").at("/responses/202/content").propertyNames())
                .containsExactly("application/json");
        assertThat(operation("chatkit")
                        .at("/responses/200/content/text~1event-stream/schema/$ref")
                        .asString())
                .endsWith("/ChatKitServerSentEvent");
    }

    @Test
    void everySuccessHasASchema() {
        operations()
                .forEach(operation -> operation.at("/responses").properties().stream()
                        .filter(response -> response.getKey().startsWith("2"))
                        .flatMap(response -> response.getValue().at("/content").values().stream())
                        .forEach(content -> assertThat(content.at("/schema").isEmpty())
                                .as(operation.at("/operationId").asString())
                                .isFalse()));
    }

    @Test
    void limitsHaveTheirBounds() {
        JsonNode limit = parameter("listTasks", "limit").at("/schema");

        assertThat(limit.at("/minimum").asInt()).isEqualTo(1);
        assertThat(limit.at("/maximum").asInt()).isEqualTo(100);
        assertThat(limit.at("/default").asInt()).isEqualTo(50);
    }

    @Test
    void idsAndCursorsHaveTheirForm() {
        operations()
                .forEach(operation -> operation
                        .at("/parameters")
                        .valueStream()
                        .filter(parameter -> parameter.at("/in").asString().equals("path")
                                || parameter.at("/name").asString().equals("after"))
                        .forEach(parameter -> assertThat(
                                        parameter.at("/schema/pattern").isString())
                                .as("%s of %s", parameter.at("/name"), operation.at("/operationId"))
                                .isTrue()));
    }

    @Test
    void tagsStandInTheOrderInWhichOneNeedsThem() {
        assertThat(api.at("/tags").valueStream().map(tag -> tag.at("/name").asString()))
                .containsExactly(
                        "sign-in", "sessions", "runs", "attachments", "tasks", "usage", "chatkit", "administration");
        assertThat(api.at("/tags").valueStream())
                .allSatisfy(tag -> assertThat(tag.at("/description").asString()).isNotBlank());
        operations()
                .forEach(operation -> assertThat(texts(operation.at("/tags")))
                        .hasSize(1)
                        .isSubsetOf(texts(api.at("/tags"), "/name")));
    }

    @Test
    void noNameIsAWordOfAClientsLanguage() {
        assertThat(api.at("/components/schemas").propertyNames())
                .doesNotContain(
                        "Array",
                        "Blob",
                        "Boolean",
                        "Date",
                        "Error",
                        "Event",
                        "Exception",
                        "File",
                        "Function",
                        "Image",
                        "Iterable",
                        "List",
                        "Map",
                        "Message",
                        "Meta",
                        "Number",
                        "Object",
                        "Option",
                        "Options",
                        "Part",
                        "Promise",
                        "Record",
                        "Request",
                        "Response",
                        "Set",
                        "String",
                        "Symbol",
                        "Tag",
                        "Task",
                        "Thread",
                        "Upload",
                        "Url");
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

    private JsonNode schema(String name) {
        JsonNode schema = api.at("/components/schemas/" + name);
        assertThat(schema.isObject()).as(name).isTrue();
        return schema;
    }

    private JsonNode operation(String id) {
        return StreamSupport.stream(operations().spliterator(), false)
                .filter(operation -> operation.at("/operationId").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode parameter(String operation, String name) {
        return operation(operation)
                .at("/parameters")
                .valueStream()
                .filter(parameter -> parameter.at("/name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode list) {
        return texts(list, "");
    }

    private static List<String> texts(JsonNode list, String field) {
        return list.valueStream().map(entry -> entry.at(field).asString("")).toList();
    }

    private static List<String> words(Enum<?>[] values) {
        return Stream.of(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private Iterable<JsonNode> operations() {
        return () -> api.at("/paths").values().stream()
                .flatMap(path -> path.values().stream())
                .iterator();
    }
}
