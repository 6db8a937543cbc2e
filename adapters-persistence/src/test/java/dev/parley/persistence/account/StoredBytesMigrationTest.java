package dev.parley.persistence.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.account.AccountId;
import dev.parley.persistence.testing.JdbcPorts;
import dev.parley.persistence.testing.TestDatabase;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is stored before bytes are counted, or by nodes of an earlier version afterwards, is counted as well. */
class StoredBytesMigrationTest {

    private static final UUID OWNER = UUID.randomUUID();
    private static final UUID BEFORE = UUID.randomUUID();
    private static final UUID AFTERWARDS = UUID.randomUUID();

    private final TestDatabase database = TestDatabase.empty();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());

    @BeforeEach
    void keepItemsAsBefore() {
        migrate("10");
        jdbc.sql("insert into account (id) values (:owner)")
                .param("owner", OWNER)
                .update();
        begin(BEFORE);
        append(BEFORE, 1, 100);
        append(BEFORE, 2, 1000);
        jdbc.sql(
                        "insert into idempotency (account_id, key, fingerprint, outcome) values (:owner, 'key', :print, 'made')")
                .param("owner", OWNER)
                .param("print", "0".repeat(64))
                .update();
        migrate("latest");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatWasThereBeforeIsAddedUpWhenItIsNeeded() {
        assertThat(stored()).isEqualTo(102 + 1002 + 3 + 64 + 4);
    }

    @Test
    void whatAnEarlierVersionStoresMeanwhileIsCounted() {
        begin(AFTERWARDS);
        append(AFTERWARDS, 1, 10);
        long before = stored();

        append(AFTERWARDS, 2, 10);
        append(BEFORE, 3, 10);

        assertThat(stored()).isEqualTo(before + 24);
    }

    @Test
    void whatAnEarlierVersionDeletesIsCountedNoLonger() {
        long before = stored();

        jdbc.sql("delete from conversation where id = :id").param("id", BEFORE).update();

        assertThat(stored()).isEqualTo(before - 102 - 1002);
    }

    @Test
    void whatIsDeletedBeforeItIsAddedUpIsNotMissed() {
        jdbc.sql("delete from conversation where id = :id").param("id", BEFORE).update();
        jdbc.sql("delete from idempotency").update();

        assertThat(stored()).isZero();
    }

    @Test
    void aNewAccountOfAnEarlierVersionIsCountedFromTheBeginning() {
        jdbc.sql("insert into account (id) values (gen_random_uuid())").update();

        assertThat(jdbc.sql("select count(*) from account where stored_bytes = 0")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void anAccountIsDeletedWithAllThatItCounts() {
        stored();

        jdbc.sql("delete from account").update();

        assertThat(jdbc.sql("select count(*) from item").query(Integer.class).single())
                .isZero();
    }

    private long stored() {
        try (JdbcPorts adapters = JdbcPorts.over(database.dataSource())) {
            return adapters.ports()
                    .unitOfWork()
                    .execute(() -> adapters.ports().accounts().storedBytes(new AccountId(OWNER)));
        }
    }

    private void begin(UUID conversation) {
        jdbc.sql("insert into conversation (id, owner_id) values (:id, :owner)")
                .param("id", conversation)
                .param("owner", OWNER)
                .update();
    }

    /** As every version does it. */
    private void append(UUID conversation, int sequence, int length) {
        jdbc.sql("""
                        with changed as (
                            update conversation set last_sequence = :sequence where id = :id returning id)
                        insert into item (conversation_id, sequence, id, type, payload)
                        select id, :sequence, 'msg_' || :sequence, 'note', cast(:payload as json) from changed""")
                .param("id", conversation)
                .param("sequence", sequence)
                .param("payload", "\"" + "x".repeat(length) + "\"")
                .update();
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(database.dataSource())
                .target(version)
                .load()
                .migrate();
    }
}
