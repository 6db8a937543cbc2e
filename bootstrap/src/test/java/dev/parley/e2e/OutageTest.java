package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.Tokens;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class OutageTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final Outage OUTAGE = Outage.of(DATABASE);
    private static final ParleyServer PARLEY = ParleyServer.on(
            DATABASE,
            "spring.datasource.hikari.maximum-pool-size=2",
            "spring.datasource.hikari.connection-timeout=1000");

    private final String subject = UUID.randomUUID().toString();
    private final Api user = PARLEY.anonymous().as(Tokens.of(subject));
    private final Api userWithAnotherToken =
            PARLEY.anonymous().as(Tokens.with("{\"sub\":\"%s\",\"exp\":%d}".formatted(subject, Tokens.LATER - 1)));

    @AfterAll
    static void stop() {
        PARLEY.close();
        OUTAGE.close();
        DATABASE.close();
    }

    @Test
    void whileTheDatabaseIsAwayCallersAreToldAndAfterwardsServed() {
        String session = user.newSession();
        try {
            OUTAGE.begin();

            assertUnavailable(user::sessions);
            assertUnavailable(user::createSession);
            assertUnavailable(PARLEY.administrator()::sessions);
            assertThat(PARLEY.administrator().get("/actuator/metrics").status()).isEqualTo(200);
            assertThat(userWithAnotherToken.get("/actuator/metrics").status()).isEqualTo(503);
            assertUnavailable(PARLEY.anonymous().as("ek_" + "0".repeat(64))::sessions);
            Answer toServer =
                    PARLEY.anonymous().as("parley_sk_" + "0".repeat(64)).get("/v1/chatkit/threads");
            assertThat(toServer.status()).isEqualTo(503);
            assertThat(toServer.json().at("/error/type").asString()).isEqualTo("server_error");
            assertThat(PARLEY.anonymous().get("/actuator/health/readiness").status())
                    .isEqualTo(503);
            assertThat(PARLEY.anonymous().get("/actuator/health/liveness").status())
                    .isEqualTo(200);
        } finally {
            OUTAGE.end();
        }

        await().untilAsserted(() -> assertThat(user.session(session).status()).isEqualTo(200));
        await().untilAsserted(() -> assertThat(
                        PARLEY.anonymous().get("/actuator/health/readiness").status())
                .isEqualTo(200));
    }

    @Test
    void whoFindsThePoolExhaustedIsToldWhileItIs() throws SQLException {
        user.createSession();
        try (Connection connection = DATABASE.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try (var lock = connection.prepareStatement("select from account where id = cast(? as uuid) for update")) {
                lock.setString(1, subject);
                lock.execute();
            }
            Thread.startVirtualThread(user::createSession);
            Thread.startVirtualThread(user::createSession);
            await().until(() -> OUTAGE.waiting() == 2);

            assertUnavailable(user::sessions);

            connection.rollback();
        }
        await().untilAsserted(() -> assertThat(user.sessions().status()).isEqualTo(200));
    }

    private static void assertUnavailable(Supplier<Answer> call) {
        Answer answer = call.get();
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(answer.header("Retry-After")).isNotEmpty();
    }
}
