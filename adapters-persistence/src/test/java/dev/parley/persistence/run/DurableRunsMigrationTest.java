package dev.parley.persistence.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.persistence.testing.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DurableRunsMigrationTest {

    private final TestDatabase database = TestDatabase.empty();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());

    @BeforeEach
    void keepRunsAsBefore() {
        migrateTo("3");
        jdbc.sql("insert into account (id) values (gen_random_uuid())").update();
        jdbc.sql("insert into conversation (id, owner_id) select gen_random_uuid(), id from account")
                .update();
        jdbc.sql("""
                        insert into run (id, conversation_id, status, started_at, finished_at, error_code, lease_until)
                        select gen_random_uuid(), id, status, '2026-01-02 03:04:05Z', finished_at, error_code,
                               '2026-01-02 03:04:20Z'
                        from conversation, (values
                            ('running', null, null),
                            ('completed', timestamptz '2026-01-02 03:04:09Z', null),
                            ('failed', timestamptz '2026-01-02 03:04:09Z', 'UPSTREAM_ERROR'),
                            ('interrupted', timestamptz '2026-01-02 03:04:09Z', null))
                            as earlier (status, finished_at, error_code)""").update();
        migrateTo("4");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void earlierRunsWereMadeWhenTheyBegan() {
        assertThat(count("created_at = started_at and created_at = '2026-01-02 03:04:05Z'"))
                .isEqualTo(4);
    }

    @Test
    void theEventsOfRunsThatHadEndedAreNotKept() {
        assertThat(count("finished_at is not null and log_pruned")).isEqualTo(3);
    }

    @Test
    void aRunThatWasRunningIsAbandonedOnceItsLeaseHasEnded() {
        assertThat(count("status = 'running' and not log_pruned and node_name is null"))
                .isEqualTo(1);
        assertThat(jdbc.sql(LeasedRuns.ABANDONED).param("maximum", 10).query().listOfRows())
                .hasSize(1);
    }

    @Test
    void theRestStaysAsItWas() {
        assertThat(count("status = 'failed' and error_code = 'UPSTREAM_ERROR'")).isEqualTo(1);
        assertThat(count("error_code is null")).isEqualTo(3);
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(database.dataSource())
                .target(version)
                .load()
                .migrate();
    }

    private int count(String condition) {
        return jdbc.sql("select count(*) from run where " + condition)
                .query(Integer.class)
                .single();
    }
}
