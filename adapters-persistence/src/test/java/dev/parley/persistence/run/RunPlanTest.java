package dev.parley.persistence.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.persistence.testing.TestDatabase;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What runs all the time reads indexes, of which none grows with all the runs that there ever were. */
class RunPlanTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final JdbcClient JDBC = JdbcClient.create(DATABASE.dataSource());

    /** 2,000 threads of 20 ended runs each and one of 5,000; in every 40th one more runs, and in every 50th two wait. */
    @BeforeAll
    static void fill() {
        JDBC.sql("insert into account (id) values (gen_random_uuid())").update();
        JDBC.sql("""
                        insert into conversation (id, owner_id)
                        select gen_random_uuid(), id from account, generate_series(1, 2000)""").update();
        JDBC.sql("""
                        insert into run (id, conversation_id, status, started_at, finished_at, log_pruned)
                        select gen_random_uuid(), id, 'completed', started_at, started_at + interval '9 s', number < 19
                        from (select id, number, now() - number * interval '1 day' - random() * interval '1 day' as started_at
                              from conversation, generate_series(1, 20) number) as ended
                        order by started_at""").update();
        JDBC.sql("""
                        insert into run (id, conversation_id, node_name, node_start, lease_until)
                        select gen_random_uuid(), id, 'node-' || number % 3, gen_random_uuid(),
                               now() + (number % 60) * interval '1 s'
                        from (select id, row_number() over () as number from conversation) as numbered
                        where number % 40 = 0""").update();
        JDBC.sql("""
                        insert into run (id, conversation_id, status, started_at, queue_position, message)
                        select gen_random_uuid(), id, 'queued', null, place, '{}'
                        from (select id, row_number() over () as number from conversation) as numbered,
                             generate_series(1, 2) place
                        where number % 50 = 0""").update();
        JDBC.sql("""
                        insert into run_log (run_id, first_sequence, last_sequence, events)
                        select id, number * 2 + 1, number * 2 + 2, '[]'
                        from (select id from run where status = 'completed' and not log_pruned) as kept,
                             generate_series(0, 19) number
                        order by id, number""").update();
        JDBC.sql("""
                        insert into run_log (run_id, first_sequence, last_sequence, events)
                        select id, number * 2 + 1, number * 2 + 2, '[]'
                        from run, generate_series(0, 999) number where status = 'running'""").update();
        JDBC.sql("""
                        insert into conversation (id, owner_id, title)
                        select gen_random_uuid(), id, 'long' from account""").update();
        JDBC.sql("""
                        insert into run (id, conversation_id, status, finished_at, log_pruned)
                        select gen_random_uuid(), id, 'completed', now() - interval '1 year', true
                        from conversation, generate_series(1, 5000) where title = 'long'""").update();
        JDBC.sql("""
                        insert into usage (run_id, account_id, model)
                        select run.id, account.id, 'small' from run, account where status = 'completed'""").update();
        JDBC.sql("vacuum analyze").update();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void runsWhoseLeaseHasEndedAreFoundAmongTheRunningOnes() {
        assertThat(planOf(LeasedRuns.ABANDONED))
                .contains("run_running_in_conversation")
                .doesNotContain("Seq Scan");
    }

    @Test
    void runsThatANodeHasLeftAreFoundAmongTheRunningOnes() {
        assertThat(planOf(LeasedRuns.LEFT_OVER))
                .contains("run_running_in_conversation")
                .doesNotContain("Seq Scan");
    }

    @Test
    void runsThatAreToStopAreFoundAmongTheRunningOnes() {
        assertThat(planOf(CancelRequests.OF_RUNNING))
                .contains("run_running_in_conversation")
                .doesNotContain("Seq Scan");
    }

    @Test
    void leasesAreRenewedWithoutReadingWhatHasEnded() {
        assertThat(planOf(LeasedRuns.RENEW))
                .containsPattern("run_pkey|run_running_in_conversation")
                .doesNotContain("Seq Scan");
    }

    @Test
    void noIndexHoldsWhatARenewalChanges() {
        assertThat(JDBC.sql("select count(*) from pg_indexes where tablename = 'run' and indexdef like '%lease_until%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void threadsInWhichRunsWaitForNothingAreFoundAmongTheWaitingOnes() {
        assertThat(planOf(WaitingRuns.STALLED))
                .contains("run_waiting_in_conversation", "run_running_in_conversation")
                .doesNotContain("Seq Scan");
    }

    @Test
    void theNextRunOfAThreadIsReadInItsOrder() {
        assertThat(planOf(WaitingRuns.NEXT))
                .contains("run_waiting_in_conversation")
                .doesNotContain("Seq Scan", "Sort");
    }

    @Test
    void theWaitingRunsOfAThreadAreReadInTheirOrder() {
        assertThat(planOf(WaitingRuns.IN_CONVERSATION))
                .contains("run_waiting_in_conversation")
                .doesNotContain("Seq Scan");
    }

    @Test
    void aPageOfAThreadsRunsIsReadInItsOrder() {
        assertThat(planOf(RunList.FIRST_PAGE))
                .contains("Index Scan Backward using run_by_conversation", "usage_pkey")
                .doesNotContain("Seq Scan", "Sort");
    }

    @Test
    void aLaterPageOfAThreadsRunsBeginsAtItsCursor() {
        assertThat(planOf(RunList.LATER_PAGE))
                .contains("Index Scan Backward using run_by_conversation", "usage_pkey")
                .containsPattern("Index Cond: .*conversation_id = .*id < ")
                .doesNotContain("Seq Scan", "Sort");
    }

    @Test
    void anAppendFindsItsRunsByTheirIds() {
        assertThat(planOf(JdbcRunLog.APPEND)).contains("run_pkey").doesNotContain("Seq Scan");
    }

    @Test
    void aReaderBeginsAtItsPosition() {
        assertThat(planOf(LogTails.READ))
                .containsPattern("Index Cond: .*run_id = .*first_sequence >= .*first_sequence <=")
                .contains("Index Only Scan Backward using run_log_pkey")
                .doesNotContain("Seq Scan");
    }

    @Test
    void oldLogsAreFoundByTheirEndAndForgottenByTheirKey() {
        assertThat(planOf(JdbcRunLog.PRUNE))
                .contains("run_with_log", "run_log_pkey", "run_pkey")
                .doesNotContain("Seq Scan", "Sort");
    }

    @Test
    void aDeletedThreadsLogsAreFoundByTheirRuns() {
        SingleConnectionDataSource one =
                new SingleConnectionDataSource(DATABASE.url(), DATABASE.username(), DATABASE.password(), true);
        one.setAutoCommit(false);
        JdbcClient jdbc = JdbcClient.create(one);

        jdbc.sql(
                        "delete from conversation where id in (select conversation_id from run where status = 'running' limit 1)")
                .update();

        assertThat(jdbc.sql("select n_tup_del, seq_scan from pg_stat_xact_user_tables where relname = 'run_log'")
                        .query()
                        .singleRow())
                .isEqualTo(Map.of("n_tup_del", 1040L, "seq_scan", 0L));
        one.destroy();
    }

    private static String planOf(String statement) {
        UUID[] runs = JDBC.sql("select id from run where status = 'running' limit 40")
                .query(UUID.class)
                .list()
                .toArray(UUID[]::new);
        return String.join("\n", explained(statement, runs));
    }

    private static List<String> explained(String statement, UUID[] runs) {
        Long[] positions = new Long[runs.length];
        Arrays.fill(positions, 1900L);
        String[] events = new String[runs.length];
        Arrays.fill(events, "[]");
        Map<String, Object> parameters = Map.ofEntries(
                Map.entry("conversation", conversation()),
                Map.entry("maximum", 100),
                Map.entry("bytes", 1_000_000),
                Map.entry("limit", 21),
                Map.entry("after", runs[0]),
                Map.entry("node", "node-1"),
                Map.entry("start", UUID.randomUUID()),
                Map.entry("lease", 15.0),
                Map.entry("ids", runs),
                Map.entry("runs", runs),
                Map.entry("positions", positions),
                Map.entry("firsts", positions),
                Map.entry("lasts", positions),
                Map.entry("events", events),
                Map.entry(
                        "before",
                        Clock.systemUTC().instant().atOffset(ZoneOffset.UTC).minusDays(20)));
        return JDBC.sql("explain " + statement)
                .params(parameters)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static UUID conversation() {
        return JDBC.sql("select id from conversation where title = 'long'")
                .query(UUID.class)
                .single();
    }
}
