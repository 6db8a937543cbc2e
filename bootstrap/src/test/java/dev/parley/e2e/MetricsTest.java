package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a scraper sees of a node with the offline assistant: everything from the start. */
class MetricsTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ParleyServer PARLEY = ParleyServer.withItsAssistant(DATABASE);

    /** How the code names the steps that can fail. */
    private static final Pattern STEP = Pattern.compile("(?:\\.step\\(|items\\.read\\(|SystemFailure\\.\\w+\\("
            + "|new (?:ExpiredRows|PeriodicWork|LogFirstFailure)\\()\\s*\"([a-z_.]+)\""
            + "|\\bSTEP\\w*\\s*=\\s*\"([a-z_.]+)\"");

    private static final String FORM =
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\n\r\nhello\r\n--x--\r\n";

    private final Api user = PARLEY.someone();

    @AfterAll
    static void stop() {
        PARLEY.close();
        DATABASE.close();
    }

    @Test
    void everythingIsThereWithZeroAndThenCountsWhatHasHappened() {
        assertThat(metrics().lines())
                .contains(
                        "parley_runs_active 0.0",
                        "parley_runs_waiting 0.0",
                        "parley_runs_seconds_count{status=\"completed\"} 0",
                        "parley_runs_seconds_count{status=\"failed\"} 0",
                        "parley_runs_seconds_count{status=\"cancelled\"} 0",
                        "parley_runs_seconds_count{status=\"interrupted\"} 0",
                        "parley_runs_first_token_seconds_count 0",
                        "parley_streams_open{kind=\"chatkit\"} 0.0",
                        "parley_streams_open{kind=\"run\"} 0.0",
                        "parley_streams_open{kind=\"events\"} 0.0",
                        "parley_tool_calls_seconds_count{outcome=\"ok\",tool=\"add_task\"} 0",
                        "parley_tool_calls_seconds_count{outcome=\"refused\",tool=\"unknown\"} 0",
                        "parley_attachments_stored_bytes_total 0.0",
                        "parley_feedback_total{rating=\"positive\"} 0.0",
                        "parley_feedback_total{rating=\"negative\"} 0.0",
                        "parley_step_failures_total{code=\"SERVICE_UNAVAILABLE\",step=\"commit\"} 0.0",
                        "parley_step_failures_total{code=\"UPSTREAM_ERROR\",step=\"assistant\"} 0.0",
                        "parley_unit_rollbacks_total 0.0");

        String session = user.newSession();

        Answer answer = user.say(session, "Add task: Buy milk");
        assertThat(answer.events()).last().isEqualTo("[DONE]");
        user.say(session, "call nothing {}");
        assertThat(user.send(
                                "/api/v1/attachments",
                                request -> request.POST(BodyPublishers.ofString(FORM))
                                        .header("Content-Type", "multipart/form-data; boundary=x"))
                        .status())
                .isEqualTo(200);

        await().untilAsserted(() -> assertThat(metrics().lines())
                .contains(
                        "parley_runs_seconds_count{status=\"completed\"} 2",
                        "parley_runs_first_token_seconds_count 2",
                        "parley_tool_calls_seconds_count{outcome=\"ok\",tool=\"add_task\"} 1",
                        "parley_tool_calls_seconds_count{outcome=\"refused\",tool=\"unknown\"} 1",
                        "parley_attachments_stored_bytes_total 5.0",
                        "parley_runs_active 0.0",
                        "parley_streams_open{kind=\"run\"} 0.0")
                .noneMatch(line -> line.contains("tool=\"nothing\"")));
    }

    @Test
    void eachStepThatTheCodeNamesIsThere() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            for (Path file : files.filter(MetricsTest::isMain).toList()) {
                STEP.matcher(Files.readString(file))
                        .results()
                        .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                        .forEach(named::add);
            }
        }

        Set<String> shown = Pattern.compile("parley_step_failures_total\\{code=\"[A-Z_]+\",step=\"([a-z_.]+)\"}")
                .matcher(metrics())
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(shown).isEqualTo(named).hasSizeGreaterThan(50);
    }

    @Test
    void theBuildIsInInfo() {
        assumeThat(getClass().getResource("/META-INF/build-info.properties"))
                .as("what Maven writes of the build")
                .isNotNull();

        Answer info = PARLEY.administrator().get("/actuator/info");

        assertThat(info.status()).isEqualTo(200);
        assertThat(info.json().at("/build/version").asString()).isNotEmpty();
        assertThat(info.json().at("/build/time").asString()).matches("\\d{4}-.*Z");
    }

    private static boolean isMain(Path file) {
        return file.toString().endsWith(".java")
                && file.toString().replace('\\', '/').contains("/src/main/java/");
    }

    private static String metrics() {
        return PARLEY.administrator().get("/actuator/prometheus").body();
    }
}
