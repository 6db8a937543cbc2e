package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.RawExchange;
import dev.parley.web.testing.Tokens;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

@Isolated("reads the log of this JVM")
class DiagnosisTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ParleyServer PARLEY = ParleyServer.on(DATABASE);

    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.parley");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final String userId = UUID.randomUUID().toString();
    private final Api user = PARLEY.anonymous().as(Tokens.of(userId));

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.INFO);
    }

    @AfterEach
    void reset() {
        logger.detachAppender(log);
        logger.setLevel(null);
        PARLEY.assistant().reset();
    }

    @AfterAll
    static void stop() {
        PARLEY.close();
        DATABASE.close();
    }

    @Test
    void theEndOfARequestIsLoggedWithWhoAskedForWhatAndHowLongItTook() {
        Answer created = user.createSession();

        ILoggingEvent end = lineOf(created, "POST /api/v1/chatkit/sessions 200 in ");
        assertThat(end.getMDCPropertyMap())
                .containsEntry("request_id", created.header("X-Request-Id"))
                .containsEntry("user_id", userId)
                .containsEntry("session_id", created.data().at("/id").asString());
        assertThat(end.getKeyValuePairs()).extracting(pair -> pair.key).containsExactly("duration_ms", "status");
    }

    @Test
    void theLineOfARefusalByALimitNamesTheSetting() {
        for (int i = 0; i < 10; i++) {
            user.createSession();
        }

        Answer refused = user.createSession();

        ILoggingEvent end = lineOf(refused, "POST /api/v1/chatkit/sessions 429 in ");
        assertThat(end.getFormattedMessage()).endsWith(" ms, limited by parley.limits.sessions-per-user");
        assertThat(end.getKeyValuePairs())
                .extracting(pair -> pair.key)
                .containsExactly("duration_ms", "status", "setting");
        assertThat(refused.body()).doesNotContain("parley.limits");
    }

    @Test
    void theLineOfARefusalInAFilterDoesSoToo() {
        try (ParleyServer other = ParleyServer.on(DATABASE, "parley.limits.requests-per-minute=1")) {
            logger.setLevel(Level.INFO);
            Api hasty = other.someone();
            hasty.sessions();

            Answer refused = hasty.sessions();

            assertThat(lineOf(refused, "GET /api/v1/chatkit/sessions 429 in ").getFormattedMessage())
                    .endsWith(" ms, limited by parley.limits.requests-per-minute");
        }
    }

    @Test
    void aFailedAssistantIsLoggedOnceUnderTheRequestThatAskedIt() {
        String session = user.newSession();
        IllegalStateException cause = new IllegalStateException("the model is gone");
        PARLEY.assistant().follow((turn, reply) -> {
            throw cause;
        });

        Answer failed = user.say(session, "hello");

        assertThat(failed.status()).isEqualTo(502);
        List<ILoggingEvent> errors = log.list.stream()
                .filter(event -> event.getLevel() == Level.ERROR)
                .toList();
        assertThat(errors).singleElement().satisfies(error -> {
            assertThat(error.getFormattedMessage()).contains("assistant");
            assertThat(error.getThrowableProxy().getCause().getMessage()).isEqualTo("the model is gone");
            assertThat(error.getMDCPropertyMap())
                    .containsEntry("request_id", failed.header("X-Request-Id"))
                    .containsEntry("user_id", userId)
                    .containsEntry("session_id", session);
        });
    }

    @Test
    void aRefusalIsNoError() {
        user.session("nothing");

        assertThat(log.list).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
    }

    @Test
    void whatUsersSayIsNotLogged() {
        String session = user.newSession();
        ((Logger) LoggerFactory.getLogger("dev.parley.persistence")).setLevel(Level.DEBUG);
        try {
            user.say(session, "a secret of the user");
        } finally {
            ((Logger) LoggerFactory.getLogger("dev.parley.persistence")).setLevel(null);
        }

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .anyMatch(line -> line.contains("insert into item"));
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains("a secret of the user"));
    }

    @Test
    void healthTellsNoDetailsToTheCurious() {
        Answer health = PARLEY.anonymous().get("/actuator/health");

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json().at("/status").asString()).isEqualTo("UP");
        assertThat(health.json().has("components")).isFalse();
        assertThat(user.get("/actuator/health").json().has("components")).isFalse();
    }

    @Test
    void healthTellsAnAdministratorThePoolAndTheSchema() {
        Answer health = PARLEY.administrator().get("/actuator/health");

        assertThat(health.json().at("/components/database/details/migration").asString())
                .isEqualTo(health.json()
                        .at("/components/database/details/newest_migration")
                        .asString())
                .isNotEmpty();
        assertThat(health.json()
                        .at("/components/database/details/connections_maximum")
                        .asInt())
                .isEqualTo(10);
    }

    @Test
    void healthShowsNoDetailsToWhoeverSendsTwoTokens() {
        String administrator = "Authorization: Bearer " + ParleyServer.administratorToken();

        RawExchange health = RawExchange.of(
                PARLEY.port(), "GET", "/actuator/health", List.of(administrator, "Authorization: Bearer other"));

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json().has("components")).isFalse();
        assertThat(RawExchange.of(PARLEY.port(), "GET", "/actuator/health", List.of(administrator))
                        .json()
                        .has("components"))
                .isTrue();
    }

    @Test
    void metricsTellLatencyByEndpointCommitsRollbacksAndThePool() {
        user.createSession();

        String metrics = PARLEY.administrator().get("/actuator/prometheus").body();

        assertThat(metrics)
                .containsPattern("http_server_requests_seconds_bucket\\{[^}]*uri=\"/api/v1/chatkit/sessions\"")
                .containsPattern("parley_unit_commits_total [1-9]")
                .contains("parley_unit_rollbacks_total")
                .contains("hikaricp_connections_active");
    }

    private ILoggingEvent lineOf(Answer answer, String beginning) {
        return await().until(
                        () -> log.list.stream()
                                .filter(event -> event.getFormattedMessage().startsWith(beginning))
                                .filter(event -> answer.header("X-Request-Id")
                                        .equals(event.getMDCPropertyMap().get("request_id")))
                                .toList(),
                        lines -> lines.size() == 1)
                .getFirst();
    }
}
