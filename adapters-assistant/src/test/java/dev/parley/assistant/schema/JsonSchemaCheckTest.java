package dev.parley.assistant.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.ValidationLimitExceededException;
import com.sun.net.httpserver.HttpServer;
import dev.parley.application.shared.Secrets;
import dev.parley.application.tool.ToolDefinition;
import dev.parley.assistant.testing.CapturedLog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSchemaCheckTest {

    private static final String TASK = """
            {"type": "object", "required": ["title"], "additionalProperties": false, "properties": {
              "title": {"type": "string", "minLength": 1},
              "priority": {"enum": ["high", "low"]},
              "tags": {"type": "array", "items": {"type": "string"}}}}""";

    private final JsonSchemaCheck check = new JsonSchemaCheck(Secrets.NONE);

    @Test
    void argumentsThatFitAreNoProblem() {
        assertThat(problem(TASK, "{\"title\": \"Milk\", \"priority\": \"low\", \"tags\": [\"home\"]}"))
                .isEmpty();
    }

    @Test
    void missingPropertyIsNamed() {
        assertThat(problem(TASK, "{}"))
                .contains("The arguments do not fit the tool's schema: required property 'title' not found.");
    }

    @Test
    void problemIsToldWithItsPlace() {
        assertThat(problem(TASK, "{\"title\": \"Milk\", \"tags\": [\"a\", 7]}"))
                .contains("The arguments do not fit the tool's schema: /tags/1: integer found, string expected.");
    }

    @Test
    void allowedValuesAreTold() {
        assertThat(problem(TASK, "{\"title\": \"Milk\", \"priority\": \"urgent\"}")
                        .orElseThrow())
                .contains("/priority", "\"high\"", "\"low\"");
    }

    @Test
    void unknownPropertyIsNamed() {
        assertThat(problem(TASK, "{\"title\": \"Milk\", \"colour\": 1}").orElseThrow())
                .contains("'colour'");
    }

    @Test
    void onlyTheFirstProblemsAreTold() {
        assertThat(problem(TASK, "{\"title\": \"Milk\", \"tags\": [1, 2, 3, 4, 5, 6, 7]}")
                        .orElseThrow())
                .contains("/tags/4")
                .doesNotContain("/tags/5")
                .endsWith("; and 2 more problems.");
    }

    @Test
    void longProblemIsCut() {
        String name = "x".repeat(10_000);

        assertThat(problem(TASK, "{\"title\": \"Milk\", \"" + name + "\": 1}").orElseThrow())
                .hasSizeLessThan(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "\"text\"", "null", "7"})
    void argumentsMustBeAnObject(String arguments) {
        assertThat(problem(TASK, arguments)).contains("The arguments must be one JSON object.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"title\": \"Mi", "{title: 1}", "{} {}", "{\"title\": \"a\", \"title\": \"b\"}"})
    void brokenJsonIsAProblem(String arguments) {
        assertThat(problem(TASK, arguments).orElseThrow()).startsWith("The arguments are not valid JSON: ");
    }

    @Test
    void deepNestingIsAProblem() {
        assertThat(problem("{}", "{\"a\":".repeat(65) + "1" + "}".repeat(65)).orElseThrow())
                .contains("nesting depth");
    }

    @Test
    void longArgumentsAreAProblem() {
        assertThat(problem("{}", "{\"a\": \"" + "x".repeat(256 * 1024) + "\"}"))
                .contains("The arguments have more than 262144 characters.");
    }

    @Test
    @Timeout(60)
    void hugeNumberIsCheckedQuickly() {
        assertThat(problem(
                        "{\"properties\": {\"n\": {\"type\": \"integer\", \"multipleOf\": 2}}}",
                        "{\"n\": 1e999999999}"))
                .isPresent();
    }

    @ParameterizedTest
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @ValueSource(strings = {"^(a{1,9}){1,9}(a{1,9}){1,9}b$", "(.*){1,32}[bc]", "(a*a*)*b"})
    void patternsTakeTimeInProportionToTheText(String pattern) {
        String text = "a".repeat(2_000) + "!";
        String names = "{\"patternProperties\": {\"" + pattern + "\": {\"type\": \"integer\"}}}";

        assertThat(problem(withPattern(pattern), "{\"a\": \"" + text + "\"}").orElseThrow())
                .startsWith("The arguments do not fit the tool's schema: /a: ");
        assertThat(problem(names, "{\"" + text + "\": \"a text\"}")).isEmpty();
    }

    @Test
    @Timeout(60)
    void anExpensivePatternIsNotMatchedByALongText() {
        assertThat(problem(withPattern("^(.{1,30}){1,30}$"), "{\"a\": \"" + "a".repeat(250_000) + "\"}"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"^[A-Z]{2}-\\\\d+$", "\\\\u0041B", "^AB\\\\-(1|2)2$", "(?<letters>[A-Z]+)-", "^\\\\p{Lu}\\\\S*$"
            })
    void aPatternIsChecked(String pattern) {
        assertThat(problem(withPattern(pattern), "{\"a\": \"AB-12\"}")).isEmpty();
        assertThat(problem(withPattern(pattern), "{\"a\": \"ab\"}").orElseThrow())
                .contains("/a");
    }

    @Test
    @Timeout(60)
    void aHugePatternIsNotChecked() {
        assertThat(problem(withPattern("((a{1000}){1000}){1000}"), "{\"a\": \"ab\"}"))
                .isEmpty();
        assertThat(problem(withPattern("a".repeat(1001)), "{\"a\": \"ab\"}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"^(?=.*[0-9]).{8,}$", "^(.)\\\\1$", "(?<!x)y"})
    void aPatternThatNeedsBacktrackingIsNotChecked(String pattern) {
        assertThat(problem(withPattern(pattern), "{\"a\": \"ab\"}")).isEmpty();
        assertThat(problem(withPattern(pattern), "{\"a\": 1, \"b\": 2}")).isEmpty();
    }

    @Test
    void olderDraftsAreUnderstood() {
        String schema = """
                {"$schema": "http://json-schema.org/draft-07/schema#", "type": "object",
                 "properties": {"pair": {"items": [{"type": "string"}, {"type": "integer"}]}}}""";

        assertThat(problem(schema, "{\"pair\": [\"a\", 1]}")).isEmpty();
        assertThat(problem(schema, "{\"pair\": [\"a\", \"b\"]}")).isPresent();
    }

    @Test
    void schemaMayReferToItself() {
        String schema = "{\"properties\": {\"child\": {\"$ref\": \"#\"}, \"n\": {\"type\": \"integer\"}}}";

        assertThat(problem(schema, "{\"child\": {\"child\": {\"n\": 1}}}")).isEmpty();
        assertThat(problem(schema, "{\"child\": {\"child\": {\"n\": \"1\"}}}").orElseThrow())
                .contains("/child/child/n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not JSON",
                "{\"$ref\": \"#\"}",
                "{\"$ref\": \"#/nowhere\"}",
                "{\"$schema\": \"urn:unknown\"}",
                "{\"properties\": {\"a\": {\"pattern\": \"(\"}}}"
            })
    void unusableSchemaRefusesTheCall(String schema) {
        assertThat(problem(schema, "{\"a\": \"b\"}"))
                .contains("The tool demo cannot be called: its schema cannot be used.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"allOf", "anyOf", "oneOf"})
    void referencesThatDoubleEndAtALimit(String keyword) {
        assertThat(evaluation(doubling(keyword, "{\"$ref\": \"#/$defs/%d\"}"), "{}"))
                .isInstanceOfSatisfying(
                        ValidationLimitExceededException.class,
                        limit -> assertThat(limit.getAdmittedSteps())
                                .isLessThanOrEqualTo(JsonSchemaCheck.MAXIMUM_STEPS));
    }

    @Test
    void soDoThoseThatDoubleWithEachLevelOfTheArguments() {
        String schema = """
                {"properties": {"a": {"allOf": [{"$ref": "#"}, {"$ref": "#"}]}}}""";

        assertThat(evaluation(schema, "{\"a\":".repeat(40) + "{}" + "}".repeat(40)))
                .isInstanceOf(ValidationLimitExceededException.class);
    }

    @Test
    void referencesThatDoubleWithoutBeingFollowedCostNothing() {
        String schema = doubling("allOf", "{\"properties\": {\"a\": {\"$ref\": \"#/$defs/%d\"}}}");

        assertThat(problem(schema, "{}")).isEmpty();
        assertThat(problem(schema, "{\"a\": {\"a\": {}}}")).isEmpty();
    }

    @Test
    void theLongestArgumentsStayBelowTheLimit() {
        String tags = "\"a\",".repeat(60_000);

        assertThat(problem(TASK, "{\"title\": \"Milk\", \"tags\": [" + tags + "\"z\"]}"))
                .isEmpty();
    }

    @Test
    void nothingIsFetched() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/schema.json";

            assertThat(problem("{\"$ref\": \"" + url + "\"}", "{}")).isPresent();
            assertThat(problem("{\"$schema\": \"" + url + "\"}", "{}")).isPresent();
            assertThat(requests).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void noFileIsRead(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("schema.json"), "{}");

        assertThat(problem("{\"$ref\": \"" + file.toUri() + "\"}", "{}")).isPresent();
    }

    @Test
    void schemaOfOneToolIsUnknownToAnother() {
        assertThat(problem("{\"$id\": \"https://parley.test/one\"}", "{}")).isEmpty();

        assertThat(problem("{\"$ref\": \"https://parley.test/one\"}", "{}")).isPresent();
    }

    @Test
    void schemaIsCompiledOnce() {
        CompiledSchemas schemas = new CompiledSchemas(Secrets.NONE);

        assertThat(schemas.of(TASK)).isSameAs(schemas.of(TASK));
    }

    private Optional<String> problem(String schema, String arguments) {
        return check.problem(new ToolDefinition("demo", "Shows", schema, "Showing…"), arguments);
    }

    /** What ends the evaluation of a schema that cannot be used. */
    private static Throwable evaluation(String schema, String arguments) {
        try (CapturedLog log = CapturedLog.of(JsonSchemaCheck.class)) {
            assertThat(new JsonSchemaCheck(Secrets.NONE)
                            .problem(new ToolDefinition("demo", "Shows", schema, "Showing…"), arguments))
                    .contains("The tool demo cannot be called: its schema cannot be used.");
            return log.failures().getFirst();
        }
    }

    /** A schema of definitions of which each refers twice to the next. */
    private static String doubling(String keyword, String reference) {
        String definitions = IntStream.range(0, 30)
                .mapToObj(level ->
                        "\"%1$d\": {\"%2$s\": [%3$s, %3$s]}".formatted(level, keyword, reference.formatted(level + 1)))
                .collect(Collectors.joining(", "));
        return "{\"$ref\": \"#/$defs/0\", \"$defs\": {" + definitions + ", \"30\": false}}";
    }

    private static String withPattern(String pattern) {
        return "{\"properties\": {\"a\": {\"pattern\": \"" + pattern + "\"}}}";
    }
}
