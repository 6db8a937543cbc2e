package dev.parley.persistence.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.persistence.testing.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SessionListPlanTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final JdbcClient JDBC = JdbcClient.create(DATABASE.dataSource());

    /** Ten sessions each of 2,000 owners, and 5,000 of one, in the order in which they might have been written. */
    @BeforeAll
    static void fill() {
        JDBC.sql("""
                        insert into account (id, session_count)
                        select gen_random_uuid(), case number when 1 then 5000 else 10 end
                        from generate_series(1, 2001) number""").update();
        JDBC.sql("""
                        insert into conversation (id, owner_id, updated_at)
                        select gen_random_uuid(), account.id, now() - random() * interval '1 year'
                        from account, generate_series(1, session_count) order by random()""").update();
        JDBC.sql("""
                        insert into deleted_conversation (owner_id, id, updated_at)
                        select owner_id, gen_random_uuid(), updated_at from conversation limit 5000""").update();
        JDBC.sql("analyze").update();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void aShortListIsFoundByTheOwnersIndex() {
        assertThat(planOf(SessionList.FIRST_PAGE, ownerOf(10)))
                .contains("conversation_by_owner")
                .doesNotContain("Seq Scan");
    }

    @Test
    void theFirstPageOfALongListIsReadInItsOrder() {
        assertThat(planOf(SessionList.FIRST_PAGE, ownerOf(5000)))
                .contains("Index Scan using conversation_by_owner")
                .doesNotContain("Sort", "Filter");
    }

    @Test
    void aLaterPageOfALongListBeginsAtItsCursor() {
        assertThat(planOf(SessionList.LATER_PAGE, ownerOf(5000)))
                .contains("Index Scan using conversation_by_owner")
                .containsPattern("Index Cond: .*ROW\\(updated_at, id\\) <")
                .doesNotContain("Sort", "Seq Scan");
    }

    private static UUID ownerOf(int sessions) {
        return JDBC.sql("select id from account where session_count = :sessions limit 1")
                .param("sessions", sessions)
                .query(UUID.class)
                .single();
    }

    private static String planOf(String statement, UUID owner) {
        return String.join(
                "\n",
                JDBC.sql("explain " + statement)
                        .param("owner", owner)
                        .param("limit", 101)
                        .param("after", owner)
                        .query(String.class)
                        .list());
    }
}
