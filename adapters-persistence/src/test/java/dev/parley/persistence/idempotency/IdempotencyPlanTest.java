package dev.parley.persistence.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.persistence.testing.TestDatabase;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class IdempotencyPlanTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final JdbcClient JDBC = JdbcClient.create(DATABASE.dataSource());

    /** Ten keys each of 2,000 accounts, in the order in which they might have been written. */
    @BeforeAll
    static void fill() {
        JDBC.sql("insert into account (id) select gen_random_uuid() from generate_series(1, 2000)")
                .update();
        JDBC.sql("""
                        insert into idempotency (account_id, key, fingerprint, outcome, created_at)
                        select id, 'key ' || number, repeat('0', 64), '{}', now() - random() * interval '1 day'
                        from account, generate_series(1, 10) number order by random()""").update();
        JDBC.sql("analyze").update();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void aKeyIsFoundByItsAccount() {
        assertThat(planOf(JdbcIdempotencyRepository.FIND))
                .contains("idempotency_pkey")
                .doesNotContain("Seq Scan");
    }

    @Test
    void theOldestAreFoundByTheirAge() {
        assertThat(planOf(JdbcIdempotencyRepository.REMOVE))
                .contains("idempotency_by_age")
                .doesNotContain("Seq Scan", "Sort");
    }

    private static String planOf(String statement) {
        return String.join(
                "\n",
                JDBC.sql("explain " + statement)
                        .param("account", UUID.randomUUID())
                        .param("key", "key 1")
                        .param(
                                "time",
                                Clock.systemUTC()
                                        .instant()
                                        .atOffset(ZoneOffset.UTC)
                                        .minusHours(1))
                        .param("maximum", 500)
                        .query(String.class)
                        .list());
    }
}
