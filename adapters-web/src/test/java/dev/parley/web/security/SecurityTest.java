package dev.parley.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.RunningParley;
import dev.parley.web.testing.Tokens;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class SecurityTest {

    private static final String HS256 = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

    private final Api anonymous = RunningParley.shared().anonymous();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/chatkit/sessions",
                "/api/v1/auth/me",
                "/api/v1/nothing",
                "/actuator/prometheus",
                "/nothing"
            })
    void withoutATokenNothingIsOpen(String path) {
        Answer answer = anonymous.get(path);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("UNAUTHORIZED");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"parley\"");
        assertThat(answer.header("X-Request-Id")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/chatkit/sessions", "/v1/chatkit/threads", "/nothing", "/v3/api-docs"})
    void browsersRunFrameAndEmbedNothing(String path) {
        for (Api caller : List.of(anonymous, RunningParley.shared().someone())) {
            Answer answer = caller.get(path);

            assertThat(answer.header("Content-Security-Policy"))
                    .isEqualTo("default-src 'none'; frame-ancestors 'none'");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        }
    }

    @Test
    void swaggerUiRunsWhatIsOfThisServer() {
        Answer answer = anonymous.get("/swagger-ui/index.html");

        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("script-src");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    static String[] badTokens() {
        String good = "{\"sub\":\"a\",\"exp\":%d}".formatted(later());
        String content = Tokens.signed("{\"alg\":\"none\"}", good, Tokens.SECRET);
        return new String[] {
            Tokens.with("{\"sub\":\"a\",\"exp\":%d}"
                    .formatted(Instant.parse("2026-01-02T03:04:05Z").getEpochSecond())),
            Tokens.with("{\"sub\":\"a\"}"),
            Tokens.with("{\"exp\":%d}".formatted(later())),
            Tokens.with("{\"sub\":\"\",\"exp\":%d}".formatted(later())),
            Tokens.with("{\"sub\":\"%s\",\"exp\":%d}".formatted("x".repeat(1025), later())),
            Tokens.with("{\"sub\":\"a\",\"exp\":\"soon\"}"),
            Tokens.with("{\"sub\":\"a\",\"exp\":%d,\"nbf\":%d}".formatted(later(), later() - 1)),
            Tokens.with("[]"),
            Tokens.signed(HS256, good, "another secret that has more than 32 bytes"),
            Tokens.signed("{\"alg\":\"HS512\",\"typ\":\"JWT\"}", good, Tokens.SECRET),
            Tokens.signed("{\"alg\":\"RS256\",\"typ\":\"JWT\"}", good, Tokens.SECRET),
            content.substring(0, content.lastIndexOf('.') + 1),
            content,
            "nonsense",
            "a.b.c",
            "",
            "..",
        };
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void aBadTokenIsRefused(String token) {
        Answer answer = anonymous.as(token).sessions();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("UNAUTHORIZED");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"sub":"a","exp":1}                       | the token has expired
            {"sub":"a"}                               | the token has no expiry (exp)
            {"exp":99999999999}                       | the subject (sub) is missing, too long, or no text that can be stored
            {"sub":"a","exp":99999999999,"nonce":"n"} | the claims are those of another kind of token, not of an access token
            """)
    void theReasonIsToldAndIsInTheLogAndTheTokenIsNot(String claims, String reason) {
        String token = Tokens.with(claims);
        Logger logger = (Logger) LoggerFactory.getLogger(SecurityErrors.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
        Answer answer;
        try {
            answer = anonymous.as(token).sessions();
        } finally {
            logger.detachAppender(lines);
            logger.setLevel(null);
        }

        assertThat(answer.header("WWW-Authenticate"))
                .isEqualTo("Bearer realm=\"parley\", error=\"invalid_token\", error_description=\"" + reason + "\"");
        assertThat(lines.list)
                .filteredOn(line -> answer.header("X-Request-Id")
                        .equals(line.getMDCPropertyMap().get("request_id")))
                .singleElement()
                .satisfies(line -> assertThat(line.getFormattedMessage()).endsWith(reason));
    }

    @Test
    void subjectAndExpiryAreEnough() {
        assertThat(anonymous
                        .as(Tokens.with("{\"sub\":\"a\",\"exp\":%d}".formatted(later())))
                        .sessions()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aTokenThatWasGoodExpiresAllTheSame() {
        Api user = someoneUntilSoon(2);

        await().untilAsserted(() -> assertThat(user.sessions().status()).isEqualTo(401));
    }

    @Test
    void aTokenWithoutTypeIsTakenToo() {
        String token =
                Tokens.signed("{\"alg\":\"HS256\"}", "{\"sub\":\"a\",\"exp\":%d}".formatted(later()), Tokens.SECRET);

        assertThat(anonymous.as(token).sessions().status()).isEqualTo(200);
    }

    @Test
    void aSubjectThatIsAnIdIsTheAccount() {
        String id = UUID.randomUUID().toString();

        assertThat(anonymous
                        .as(Tokens.of(id))
                        .createSession()
                        .data()
                        .at("/user_id")
                        .asString())
                .isEqualTo(id);
    }

    @Test
    void anyOtherSubjectIsNamedByItsHash() {
        Answer answer = anonymous.as(Tokens.of("python.org")).createSession();

        assertThat(answer.data().at("/user_id").asString()).isEqualTo("886313e1-3b8a-5372-9b90-0c9aee199e5d");
    }

    @Test
    void issuersThatAreWrittenAlikeHaveUsersOfTheirOwn() {
        assertThat(id("x", "yz")).isNotEqualTo(id("xy", "z")).isEqualTo(id("x", "yz"));
    }

    @Test
    void aSubjectThatIsAnIdIsNotTheWayIntoAnAccountOfAnotherIssuer() {
        String ada = id("https://id.example", "ada");

        assertThat(id("https://other.example", ada)).isNotEqualTo(ada);
        assertThat(id("https://id.example", ada)).isNotEqualTo(ada);
    }

    @Test
    void metricsNeedTheAdministratorsScope() {
        Answer answer = RunningParley.shared().someone().get("/actuator/prometheus");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("FORBIDDEN");
    }

    @Test
    void tokensInTheAddressAreNotTaken() {
        assertThat(anonymous
                        .get("/api/v1/auth/me?access_token=" + Tokens.ofSomeone())
                        .status())
                .isEqualTo(401);
    }

    /** A user whose token was good and is not for long; on a slow machine for longer, so that it was. */
    private Api someoneUntilSoon(long seconds) {
        long expiry = InstantSource.system().instant().getEpochSecond() + seconds;
        Api user = anonymous.as(Tokens.with("{\"sub\":\"a\",\"exp\":%d}".formatted(expiry)));
        return user.sessions().status() == 200 ? user : someoneUntilSoon(2 * seconds);
    }

    private String id(String issuer, String subject) {
        return anonymous
                .as(Tokens.with("{\"iss\":\"%s\",\"sub\":\"%s\",\"exp\":%d}".formatted(issuer, subject, later())))
                .get("/api/v1/auth/me")
                .data()
                .at("/id")
                .asString();
    }

    private static long later() {
        return Tokens.LATER;
    }
}
