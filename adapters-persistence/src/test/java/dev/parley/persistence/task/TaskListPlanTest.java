package dev.parley.persistence.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.task.TaskOrder;
import dev.parley.domain.task.TaskSort;
import dev.parley.persistence.testing.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class TaskListPlanTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final JdbcClient JDBC = JdbcClient.create(DATABASE.dataSource());

    /** Ten tasks each of 3,000 owners, and 1,000 of one, in the order in which they might have been written. */
    @BeforeAll
    static void fill() {
        JDBC.sql("""
                        insert into account (id, task_count)
                        select gen_random_uuid(), case number when 1 then 1000 else 10 end
                        from generate_series(1, 3001) number""").update();
        JDBC.sql("""
                        insert into task (id, owner_id, title, title_key, created_at)
                        select gen_random_uuid(), account.id, 'Milk', 'MILK', now() - random() * interval '1 year'
                        from account, generate_series(1, task_count) order by random()""").update();
        JDBC.sql("analyze").update();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @ParameterizedTest
    @EnumSource
    void aListReadsNoRowButItsOwners(TaskSort sort) {
        TaskOrder order = new TaskOrder(sort, sort.naturalDirection());

        assertThat(planOf(TaskList.statement(order, false)))
                .contains("task_by_owner")
                .doesNotContain("Seq Scan");
    }

    @Test
    void theNewestPageOfALongListIsReadInItsOrder() {
        assertThat(planOf(TaskList.statement(TaskOrder.of(null, null), false)))
                .contains("Index Scan using task_by_owner")
                .doesNotContain("Sort");
    }

    @Test
    void aLaterPageOfALongListBeginsAtItsCursor() {
        assertThat(planOf(TaskList.statement(TaskOrder.of(null, null), true)))
                .containsPattern("Index Cond: .*ROW\\(created_at, id\\) <")
                .doesNotContain("Sort");
    }

    private static String planOf(String statement) {
        UUID owner = JDBC.sql("select id from account where task_count = 1000")
                .query(UUID.class)
                .single();
        return String.join(
                "\n",
                JDBC.sql("explain " + statement)
                        .param("owner", owner)
                        .param("status", "PENDING")
                        .param("priority", "medium")
                        .param("tag", null)
                        .param("search", "MILK")
                        .param("after", owner)
                        .param("limit", 51)
                        .query(String.class)
                        .list());
    }
}
