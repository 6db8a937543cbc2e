package dev.parley.persistence.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.persistence.testing.TestDatabase;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ClientSessionPlanTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final JdbcClient JDBC = JdbcClient.create(DATABASE.dataSource());

    /** Twenty thousand sessions, of which one in ten ended long ago. */
    @BeforeAll
    static void fill() {
        JDBC.sql("insert into account (id) values (gen_random_uuid())").update();
        JDBC.sql("""
                        insert into client_session
                            (id, secret_hash, account_id, subject, settings, requests_per_minute, expires_at)
                        select 'cksess_' || number, lpad(cast(number as text), 64, '0'), account.id, 'ada', '{}', 10,
                               now() - case number % 10 when 0 then interval '2 days' else interval '1 hour' end
                        from account, generate_series(1, 20000) number""").update();
        JDBC.sql("analyze").update();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void aRequestsSessionIsFoundByItsHash() {
        assertThat(planOf(JdbcClientSessionRepository.FIND))
                .contains("Index Scan using client_session_secret_hash_key")
                .doesNotContain("Seq Scan");
    }

    @Test
    void sweepingReadsNoMoreThanItSweeps() {
        assertThat(planOf(JdbcClientSessionRepository.SWEEP))
                .contains("Index Scan using client_session_by_expiry")
                .doesNotContain("Seq Scan", "Sort");
    }

    private static String planOf(String statement) {
        return String.join(
                "\n",
                JDBC.sql("explain " + statement)
                        .param("hash", "0".repeat(63) + "7")
                        .param(
                                "time",
                                Clock.systemUTC()
                                        .instant()
                                        .atOffset(ZoneOffset.UTC)
                                        .minusDays(1))
                        .param("maximum", 10)
                        .query(String.class)
                        .list());
    }
}
