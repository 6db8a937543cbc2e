package dev.parley.persistence.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.persistence.testing.TestDatabase;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class UnusedAttachmentsPlanTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final JdbcClient JDBC = JdbcClient.create(DATABASE.dataSource());

    /** 18,000 attachments that messages have, and 2,000 that none has. */
    @BeforeAll
    static void fill() {
        JDBC.sql("insert into account (id) values (gen_random_uuid())").update();
        JDBC.sql("insert into conversation (id, owner_id) select gen_random_uuid(), id from account")
                .update();
        JDBC.sql("""
                        insert into attachment
                            (id, owner_id, name, mime_type, size, state, upload, conversation_id, created_at)
                        select 'atc_' || md5(cast(number as text)), owner_id, 'a', 'text/plain', 1, 'uploaded',
                            md5('u'), case when number % 10 > 0 then conversation.id end,
                            now() - random() * interval '1 year'
                        from conversation, generate_series(1, 20000) number""").update();
        JDBC.sql("analyze").update();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void pruningReadsTheUnusedOnesAloneInTheirOrder() {
        String plan = String.join(
                "\n",
                JDBC.sql("explain " + JdbcAttachmentRepository.UNUSED)
                        .param(
                                "before",
                                Clock.systemUTC()
                                        .instant()
                                        .atOffset(ZoneOffset.UTC)
                                        .minusDays(1))
                        .param("maximum", 100)
                        .query(String.class)
                        .list());

        assertThat(plan).contains("Index Scan using attachment_unused").doesNotContain("Sort", "Seq Scan");
    }
}
