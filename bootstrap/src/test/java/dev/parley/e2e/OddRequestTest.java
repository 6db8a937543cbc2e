package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.read.ListAppender;
import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.testing.RawExchange;
import dev.parley.web.testing.Seeds;
import dev.parley.web.testing.Tokens;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Whatever stands in a request, its sender is answered in kind, and nobody else hears of it. */
@Isolated("reads the log of this JVM")
class OddRequestTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ParleyServer PARLEY =
            ParleyServer.on(DATABASE, "logging.level.root=info", "spring.main.cloud-platform=kubernetes");
    private static final int LONGEST_LINE = 300;
    private static final int REQUESTS_TO_EACH = 12;
    private static final String HEALTH = "/actuator/health";
    private static final Pattern SERVED = Pattern.compile(" [23]\\d\\d in \\d+ ms$");
    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

    private static String key = "";

    @TempDir
    private static Path folder;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeAll
    static void makeKey() {
        key = ParleyKeys.add(
                folder,
                Map.of(
                        "SPRING_DATASOURCE_URL", DATABASE.url(),
                        "SPRING_DATASOURCE_USERNAME", DATABASE.username(),
                        "SPRING_DATASOURCE_PASSWORD", DATABASE.password(),
                        "PARLEY_AUTH_JWT_SECRET", "a secret that has 32 bytes, or so"));
    }

    @AfterAll
    static void stop() {
        PARLEY.close();
        DATABASE.close();
    }

    @BeforeEach
    void listen() {
        log.start();
        ROOT.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        ROOT.detachAppender(log);
    }

    static LongStream seeds() {
        return Seeds.some(2);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyRequestToAnyAddressIsAnsweredInKind(long seed) {
        Seeds.with(seed, () -> {
            Random random = new Random(seed);
            OddRequests odd = new OddRequests(random);
            List<String> callers = callers();
            List<String> addresses = addresses();
            double failures = failures();
            for (String address : addresses) {
                for (int i = 0; i < REQUESTS_TO_EACH; i++) {
                    OddRequests.Request request = odd.to(address);
                    check(request, request.send(port(), callers.get(random.nextInt(callers.size()))));
                }
            }
            assertThat(failures()).isEqualTo(failures);
            assertThat(List.copyOf(log.list))
                    .filteredOn(line -> !line.getMessage().startsWith("A bearer token is refused"))
                    .hasSizeLessThanOrEqualTo(addresses.size() * REQUESTS_TO_EACH)
                    .allSatisfy(OddRequestTest::checkLine);
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void healthIsToldWhateverTheHeadersAre(long seed) {
        Seeds.with(seed, () -> {
            OddRequests odd = new OddRequests(new Random(seed));
            for (int i = 0; i < 200; i++) {
                List<String> headers = odd.headers().stream()
                        .filter(OddRequestTest::reachesParley)
                        .toList();
                for (String path : List.of(HEALTH, HEALTH + "/liveness", HEALTH + "/readiness")) {
                    RawExchange answer = RawExchange.of(port(), "GET", path, headers);
                    assertThat(answer.status()).as("%s %s", path, headers).isEqualTo(200);
                }
            }
        });
    }

    /** Tomcat itself refuses what is no header, and what may be meant to smuggle another request. */
    private static boolean reachesParley(String header) {
        return !header.contains("\u0001")
                && !header.startsWith(":")
                && Stream.of("Host:", "Content-Length:", "no colon", "X-\u00e9", "A\u0001")
                        .noneMatch(header::startsWith);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /actuator/health?a=%C3%28           |      | 400 | INVALID_REQUEST",
                "GET | /api/v1/tasks?=1                    | user | 400 | INVALID_REQUEST",
                "GET | /api/v1/tasks?a=%C3%28              | user | 400 | INVALID_REQUEST",
                "GET | /api/v1/tasks?tag=%00               | user | 400 | INVALID_REQUEST",
                "GET | /api/v1/tasks?limit=99999999999     | user | 400 | INVALID_REQUEST",
                "FOO | /api/v1/tasks                       | user | 405 | METHOD_NOT_ALLOWED",
                "FOO | /api/v1/nothing                     | user | 404 | NOT_FOUND",
                "GET | /v1/chatkit/threads?after=%00       | key  | 400 | invalid_request",
                "GET | /v1/chatkit/threads?user=%00        | key  | 400 | invalid_request",
                "GET | /v1/chatkit/threads/x/items?after=msg_%00  | key | 400 | invalid_request",
                "GET | /v1/chatkit/threads/x/items?before=msg_%00 | key | 400 | invalid_request",
                "GET | /v1/chatkit/threads?=1              | key  | 400 | invalid_request",
                "FOO | /v1/chatkit/threads                 | key  | 405 | method_not_allowed",
            })
    void aRequestThatCannotBeReadIsRefused(String method, String target, String caller, int status, String code) {
        String token = "key".equals(caller) ? key : "user".equals(caller) ? Tokens.ofSomeone() : "";

        RawExchange answer = new OddRequests.Request(method, target, List.of()).send(port(), token);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().at("/error/code").asString()).isEqualTo(code);
        assertThat(answer.header("Allow").isEmpty()).isEqualTo(status != 405);
    }

    @Test
    void whatParleyCannotReadIsNoFailureOfAStepAndOneShortLine() {
        double failures = failures();

        RawExchange answer = RawExchange.of(port(), "GET", "/api/v1/" + "x".repeat(4000) + "?=1", List.of());

        assertThat(answer.status()).isBetween(400, 499);
        assertThat(failures()).isEqualTo(failures);
        assertThat(List.copyOf(log.list)).hasSizeLessThanOrEqualTo(1).allSatisfy(OddRequestTest::checkLine);
    }

    @Test
    void onKubernetesForwardedHeadersAreNotBelievedEither() {
        String file = """
                {"type":"attachments.create","params":{"name":"a.txt","size":1,"mime_type":"text/plain"}}""";

        String upload = PARLEY.anonymous()
                .as(Tokens.ofSomeone())
                .send(
                        "/api/v1/chatkit",
                        request -> request.header("X-Forwarded-Host", "elsewhere.example")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(file)))
                .body();

        assertThat(upload).contains("http://127.0.0.1:" + port()).doesNotContain("elsewhere.example");
    }

    private static void check(OddRequests.Request request, RawExchange answer) {
        assertThat(answer.status()).as(request.toString()).isBetween(200, 499);
        if (answer.status() >= 400
                && !request.method().equals("HEAD")
                && !request.target().startsWith("/actuator")) {
            assertThat(answer.body()).as(() -> request + "\n" + answer.head()).contains("{\"", "\"code\":\"");
        }
    }

    private static void checkLine(ILoggingEvent event) {
        if (SERVED.matcher(event.getFormattedMessage()).find()) {
            return;
        }
        byte[] line = ((ConsoleAppender<ILoggingEvent>) ROOT.getAppender("CONSOLE"))
                .getEncoder()
                .encode(event);
        assertThat(event.getThrowableProxy()).as(event.toString()).isNull();
        assertThat(line.length).as(event.toString()).isLessThan(LONGEST_LINE);
    }

    private static List<String> callers() {
        return List.of(
                "", "nonsense", Tokens.ofSomeone(), key, PARLEY.administrator().token());
    }

    /** All that controllers and the actuator serve, and some of what nobody does. */
    private static List<String> addresses() {
        assertThat(PARLEY.anonymous().get(HEALTH).status()).isEqualTo(200);
        Stream<String> served =
                Objects.requireNonNull(PARLEY.part(DispatcherServlet.class).getHandlerMappings()).stream()
                        .filter(RequestMappingInfoHandlerMapping.class::isInstance)
                        .map(RequestMappingInfoHandlerMapping.class::cast)
                        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                        .flatMap(info -> info.getPatternValues().stream())
                        .map(pattern -> pattern.replace("/**", "/x")
                                .replaceAll("\\{[^}]*}", "0197a6e0-0000-7000-8000-000000000000"));
        Stream<String> others = Stream.of(
                "/",
                "/nothing",
                "/v1",
                "/v1/",
                "/v1/nothing",
                "/api",
                "/api/v1",
                "/error",
                "/swagger-ui.html",
                "/swagger-ui/index.html",
                "/swagger-ui/nothing.js");
        return Stream.concat(served, others).distinct().sorted().toList();
    }

    private static double failures() {
        return PARLEY.part(MeterRegistry.class).find("parley.step.failures").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private static int port() {
        return PARLEY.anonymous().server().getPort();
    }
}
