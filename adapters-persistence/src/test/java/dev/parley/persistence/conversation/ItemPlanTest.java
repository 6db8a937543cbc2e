package dev.parley.persistence.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.history.ItemRange;
import dev.parley.persistence.testing.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class ItemPlanTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final JdbcClient JDBC = JdbcClient.create(DATABASE.dataSource());
    private static final UUID THREAD = new UUID(0, 1);

    /** Two hundred threads of forty items, and one of 5,000, most of which are hidden. */
    @BeforeAll
    static void fill() {
        JDBC.sql("insert into account (id) values (:id)").param("id", THREAD).update();
        JDBC.sql("""
                        insert into conversation (id, owner_id)
                        select case number when 1 then cast(:id as uuid) else gen_random_uuid() end, :id
                        from generate_series(1, 201) number""").param("id", THREAD).update();
        JDBC.sql("""
                        insert into item (conversation_id, sequence, id, type)
                        select conversation.id, number, 'msg_' || number,
                               case number % 3 when 0 then 'user_message' else 'tool_call' end
                        from conversation, generate_series(1, case conversation.id when :id then 5000 else 40 end) number
                        order by random()""").param("id", THREAD).update();
        JDBC.sql("""
                        insert into deleted_item (conversation_id, sequence, id)
                        select :id, number, 'msg_' || number from generate_series(5001, 10000) number""").param("id", THREAD).update();
        JDBC.sql("analyze").update();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void anItemIsFoundByItsIndex() {
        assertThat(planOf(ThreadItems.BY_ID)).contains("item_by_id").doesNotContain("Seq Scan");
        assertThat(planOf(ThreadItems.DELETE)).contains("item_by_id").doesNotContain("Seq Scan");
    }

    @Test
    void pagesAreReadAlongTheKeyOfItems() {
        assertThat(planOf(ItemPages.OLDEST_FIRST))
                .contains("Index Scan using item_pkey")
                .doesNotContain("Sort");
        assertThat(planOf(ItemPages.NEWEST_FIRST))
                .contains("Index Scan Backward using item_pkey")
                .doesNotContain("Sort");
    }

    @Test
    void laterPagesBeginAtTheirCursor() {
        assertThat(planOf(ItemPages.LATER_OLDEST_FIRST))
                .contains("Index Scan using item_pkey", "item_by_id", "deleted_item_pkey")
                .containsPattern("Index Cond: .*sequence > ")
                .doesNotContain("Sort", "Seq Scan on item");
        assertThat(planOf(ItemPages.LATER_NEWEST_FIRST))
                .contains("Index Scan Backward using item_pkey", "item_by_id", "deleted_item_pkey")
                .containsPattern("Index Cond: .*sequence < ")
                .doesNotContain("Sort", "Seq Scan on item");
    }

    @ParameterizedTest
    @EnumSource
    void historiesAreReadAlongTheKeyOfItems(ItemRange.Kind kind) {
        assertThat(planOf(JdbcHistoryRepository.sql(kind, true)))
                .contains("item_pkey")
                .doesNotContain("Seq Scan");
        assertThat(planOf(JdbcHistoryRepository.sql(kind, false)))
                .contains("item_pkey")
                .doesNotContain("Seq Scan");
    }

    @Test
    void whatIsBehindAnItemIsFoundAlongTheKeyOfItems() {
        assertThat(planOf(ThreadItems.DELETE_BEHIND)).contains("item_pkey").doesNotContain("Seq Scan");
    }

    private static String planOf(String statement) {
        return String.join(
                "\n",
                JDBC.sql("explain " + statement)
                        .param("id", THREAD)
                        .param("item", "msg_2500")
                        .param("sequence", 4990)
                        .param("older", 2500)
                        .param("newer", 4990)
                        .param("entries", 21)
                        .param("bytes", 1_000_000)
                        .query(String.class)
                        .list());
    }
}
