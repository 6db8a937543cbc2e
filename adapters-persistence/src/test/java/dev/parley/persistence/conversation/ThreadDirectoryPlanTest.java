package dev.parley.persistence.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.persistence.testing.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class ThreadDirectoryPlanTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final JdbcClient JDBC = JdbcClient.create(DATABASE.dataSource());

    /** Ten threads each of 2,000 owners, and twenty items in each of the first 1,000. */
    @BeforeAll
    static void fill() {
        JDBC.sql("insert into account (id) select gen_random_uuid() from generate_series(1, 2000)")
                .update();
        JDBC.sql("""
                        insert into conversation (id, owner_id)
                        select gen_random_uuid(), account.id
                        from account, generate_series(1, 10) order by random()""").update();
        JDBC.sql("""
                        insert into item (conversation_id, sequence, id, type)
                        select conversation.id, number, 'msg_' || number, 'user_message'
                        from (select id from conversation limit 1000) conversation, generate_series(1, 20) number""").update();
        JDBC.sql("analyze").update();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everybodysThreadsAreReadInTheOrderOfTheirKeys(boolean ascending) {
        assertThat(planOf(JdbcThreadDirectory.threads(false, ascending)))
                .containsPattern("Index Scan (Backward )?using conversation_pkey")
                .containsPattern("Index Cond: \\(\\(id > .*\\) AND \\(id < ")
                .doesNotContain("Sort", "Seq Scan", "Filter");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anOwnersThreadsAreFoundByTheOwner(boolean ascending) {
        assertThat(planOf(JdbcThreadDirectory.threads(true, ascending)))
                .contains("conversation_by_owner")
                .doesNotContain("Seq Scan");
    }

    private static String planOf(String statement) {
        UUID owner =
                JDBC.sql("select id from account limit 1").query(UUID.class).single();
        return String.join(
                "\n",
                JDBC.sql("explain " + statement)
                        .param("owner", owner)
                        .param("older", new UUID(0x2000L << 48, 0))
                        .param("newer", new UUID(0xE000L << 48, 0))
                        .param("maximum", 5)
                        .query(String.class)
                        .list());
    }
}
