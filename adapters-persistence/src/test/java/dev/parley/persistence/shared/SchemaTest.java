package dev.parley.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.persistence.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

class SchemaTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final JdbcClient JDBC = JdbcClient.create(DATABASE.dataSource());

    private final UUID account = UUID.randomUUID();
    private final UUID conversation = UUID.randomUUID();
    private final UUID run = UUID.randomUUID();
    private final UUID task = UUID.randomUUID();

    SchemaTest() {
        execute("insert into account (id) values (:account)");
        execute("insert into conversation (id, owner_id) values (:conversation, :account)");
        execute(
                "insert into item (conversation_id, sequence, id, type) values (:conversation, 1, 'i', 'user_message')");
        execute(
                "insert into feedback (conversation_id, item_id, account_id, rating) values (:conversation, 'i', :account, 'positive')");
        execute("insert into run (id, conversation_id) values (:run, :conversation)");
        execute("insert into run_log (run_id, first_sequence, last_sequence, events) values (:run, 1, 2, '[]')");
        execute("insert into usage (run_id, account_id, model) values (:run, :account, 'small')");
        execute(
                "insert into idempotency (account_id, key, fingerprint, outcome) values (:account, 'k', repeat('0', 64), '{}')");
        execute("insert into task (id, owner_id, title, title_key) values (:task, :account, 'Milk', 'MILK')");
        execute("""
                insert into client_session
                    (id, secret_hash, account_id, subject, settings, requests_per_minute, expires_at)
                values (cast(:account as text), lpad(cast(:account as text), 64, '0'), :account, 'ada', '{}', 10, now())""");
        execute(
                "insert into attachment (id, owner_id, name, mime_type, size) values ('atc_' || md5(cast(:task as text)), :account, 'a', 'a/b', 1)");
        execute(
                "insert into attachment_chunk (attachment_id, upload, number, bytes) values ('atc_' || md5(cast(:task as text)), 'u', 0, 'b')");
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void anAccountBeginsWithoutSessionsAndTasks() {
        assertThat(row("account"))
                .containsEntry("session_count", 0)
                .containsEntry("task_count", 0)
                .containsEntry("attachment_bytes", 0L)
                .doesNotContainEntry("created_at", null);
    }

    @Test
    void aConversationBeginsAsAnEmptyNewChat() {
        assertThat(row("conversation"))
                .containsEntry("title", "New Chat")
                .containsEntry("placeholder_title", null)
                .containsEntry("status", "active")
                .containsEntry("status_reason", null)
                .containsEntry("image_domains", null)
                .containsEntry("message_count", 0)
                .containsEntry("last_sequence", 0L)
                .doesNotContainEntry("created_at", null)
                .doesNotContainEntry("updated_at", null);
    }

    @Test
    void anItemBeginsWithoutContent() {
        assertThat(one("select cast(payload as text) from item where conversation_id = :conversation"))
                .isEqualTo("{\"content\":[]}");
    }

    @Test
    void aRunBeginsAsRunning() {
        assertThat(row("run"))
                .containsEntry("status", "running")
                .containsEntry("finished_at", null)
                .containsEntry("log_pruned", false)
                .containsEntry("locale", "en")
                .containsEntry("allow_cancel", false)
                .containsEntry("client_acts", false)
                .doesNotContainEntry("created_at", null)
                .doesNotContainEntry("started_at", null)
                .doesNotContainEntry("lease_until", null);
    }

    @Test
    void aTaskBeginsPendingAndOfMediumPriority() {
        assertThat(row("task"))
                .containsEntry("description", "")
                .containsEntry("priority", "medium")
                .containsEntry("completed", false)
                .doesNotContainEntry("tags", null)
                .doesNotContainEntry("created_at", null)
                .doesNotContainEntry("updated_at", null);
    }

    @Test
    void anAttachmentBeginsPending() {
        assertThat(one("select state from attachment where owner_id = :account"))
                .isEqualTo("pending");
    }

    @Test
    void onlyWhatMayBeAbsentMayBeNull() {
        assertThat(names("""
                        select table_name || '.' || column_name from information_schema.columns
                        where table_schema = 'public' and is_nullable = 'YES'
                            and table_name <> 'flyway_schema_history'"""))
                .containsExactlyInAnyOrder(
                        "account.email",
                        "account.password_hash",
                        "account.stored_bytes",
                        "account.tokens_valid_from",
                        "api_key.expires_at",
                        "conversation.placeholder_title",
                        "conversation.status_reason",
                        "conversation.image_domains",
                        "run.started_at",
                        "run.finished_at",
                        "run.error_code",
                        "run.turn_end",
                        "run.queue_position",
                        "run.message",
                        "run.requester",
                        "run.node_name",
                        "run.node_start",
                        "run.cancel_requested_at",
                        "run.taken_over_from",
                        "account.subject",
                        "client_session.cancelled_at",
                        "rate_bucket.state",
                        "attachment.upload",
                        "attachment.conversation_id",
                        "attachment_preview.mime_type",
                        "attachment_preview.bytes");
    }

    @Test
    void everyForeignKeyCascades() {
        assertThat(names("select conname from pg_constraint where contype = 'f' and confdeltype <> 'c'"))
                .isEmpty();
        assertThat(names("select conname from pg_constraint where contype = 'f'"))
                .containsExactlyInAnyOrder(
                        "conversation_owner_id_fkey",
                        "attachment_preview_attachment_id_fkey",
                        "feedback_account_id_fkey",
                        "feedback_is_on_an_item",
                        "item_conversation_id_fkey",
                        "run_conversation_id_fkey",
                        "usage_account_id_fkey",
                        "task_owner_id_fkey",
                        "client_session_account_id_fkey",
                        "sign_in_account_id_fkey",
                        "sign_in_network_account_id_fkey",
                        "password_reset_account_id_fkey",
                        "account_identity_account_id_fkey",
                        "idempotency_account_id_fkey",
                        "attachment_owner_id_fkey",
                        "attachment_conversation_id_fkey",
                        "attachment_chunk_attachment_id_fkey",
                        "deleted_conversation_owner_id_fkey",
                        "deleted_item_conversation_id_fkey",
                        "deleted_task_owner_id_fkey");
    }

    @Test
    void everyForeignKeyHasAnIndexThatItsCascadeCanUse() {
        assertThat(names("""
                        select key.conname from pg_constraint key
                        where key.contype = 'f' and not exists (
                            select from pg_index i
                            where i.indrelid = key.conrelid and i.indpred is null
                                and (cast(i.indkey as int2[]))[0:cardinality(key.conkey) - 1] = key.conkey)""")).isEmpty();
    }

    @Test
    void withAnAccountGoesAllThatItOwns() {
        execute("delete from account where id = :account");

        assertThat(one("""
                        select cast((select count(*) from conversation where id = :conversation)
                            + (select count(*) from item where conversation_id = :conversation)
                            + (select count(*) from feedback where account_id = :account)
                            + (select count(*) from run where id = :run)
                            + (select count(*) from run_log where run_id = :run)
                            + (select count(*) from usage where run_id = :run)
                            + (select count(*) from task where id = :task)
                            + (select count(*) from client_session where account_id = :account)
                            + (select count(*) from idempotency where account_id = :account)
                            + (select count(*) from attachment where owner_id = :account)
                            + (select count(*) from attachment_chunk
                               where attachment_id = 'atc_' || md5(cast(:task as text))) as text)""")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update account set session_count = -1 where id = :account",
                "update account set email = 'Ada@example.org', password_hash = 'hash' where id = :account",
                "update account set email = 'ada@example.org' where id = :account",
                "update account set password_hash = 'hash' where id = :account",
                "update conversation set title = '' where id = :conversation",
                "update conversation set title = repeat('🚢', 201) where id = :conversation",
                "update conversation set message_count = -1 where id = :conversation",
                "update conversation set last_sequence = -1 where id = :conversation",
                "update conversation set owner_id = :run where id = :conversation",
                "update item set sequence = 0 where conversation_id = :conversation",
                "update item set type = 'riddle' where conversation_id = :conversation",
                "insert into item (conversation_id, sequence, id, type) values (:conversation, 2, 'i', 'user_message')",
                "update feedback set rating = 'lukewarm' where account_id = :account",
                "update feedback set item_id = 'j' where account_id = :account",
                "insert into feedback (conversation_id, item_id, account_id, rating) values (:conversation, 'i', :account, 'negative')",
                "update run set status = 'pondering' where id = :run",
                "update run set status = 'completed' where id = :run",
                "update run set finished_at = now() where id = :run",
                "update run set started_at = null where id = :run",
                "update run set message = '{}', queue_position = 1 where id = :run",
                "update run set status = 'queued', started_at = null where id = :run",
                "update run set status = 'queued', started_at = null, message = '{}' where id = :run",
                "update run set status = 'queued', started_at = null, queue_position = 1 where id = :run",
                "update run set status = 'queued', message = '{}', queue_position = 1 where id = :run",
                "update run set node_name = 'node' where id = :run",
                "update run set taken_over_from = 0 where id = :run",
                "update run_log set first_sequence = 0 where run_id = :run",
                "update run_log set last_sequence = 0 where run_id = :run",
                "insert into run_log (run_id, first_sequence, last_sequence, events) values (:run, 1, 1, '[]')",
                "update account set task_count = -1 where id = :account",
                "update account set subject = '' where id = :account",
                "update account set subject = repeat('🚢', 1025) where id = :account",
                "update client_session set requests_per_minute = 0 where account_id = :account",
                "update client_session set secret_hash = 'short' where account_id = :account",
                "update client_session set subject = '' where account_id = :account",
                "insert into api_key (name, secret_hash) values ('', repeat('0', 64))",
                "insert into api_key (name, secret_hash) values (repeat('a', 65), repeat('0', 64))",
                "insert into api_key (name, secret_hash) values ('a', 'short')",
                "update task set title = '' where id = :task",
                "update task set title = repeat('🚢', 201) where id = :task",
                "update task set description = repeat('🚢', 1001) where id = :task",
                "update task set priority = 'urgent' where id = :task",
                "update task set tags = array_fill('a'::text, array[11]), tag_keys = array_fill('A'::text, array[11]) where id = :task",
                "update task set tags = '{a}' where id = :task",
                "update usage set prompt_tokens = -1 where run_id = :run",
                "update idempotency set key = '' where account_id = :account",
                "update idempotency set key = repeat('k', 256) where account_id = :account",
                "update idempotency set fingerprint = '0' where account_id = :account",
                "insert into idempotency (account_id, key, fingerprint, outcome) values (:account, 'k', repeat('1', 64), '{}')",
                "insert into rate_bucket (id) values (repeat('k', 401))",
                "update account set attachment_bytes = -1 where id = :account",
                "update attachment set id = 'atc_../../etc/passwd' where owner_id = :account",
                "update attachment set name = '' where owner_id = :account",
                "update attachment set name = repeat('🚢', 256) where owner_id = :account",
                "update attachment set mime_type = repeat('a', 101) where owner_id = :account",
                "update attachment set size = 0 where owner_id = :account",
                "update attachment set state = 'lost' where owner_id = :account",
                "update attachment set state = 'uploaded' where owner_id = :account",
                "update attachment set upload = '../x' where owner_id = :account",
                "update attachment set conversation_id = :conversation where owner_id = :account",
                "update attachment_chunk set number = -1 where attachment_id = 'atc_' || md5(cast(:task as text))",
                "update attachment_chunk set bytes = '' where attachment_id = 'atc_' || md5(cast(:task as text))",
                "update attachment_chunk set bytes = decode(repeat('00', 262145), 'hex') where attachment_id = 'atc_' || md5(cast(:task as text))",
                "insert into server_key (name, value) values ('short', 'abc')",
                "insert into run (id, conversation_id) values (:account, :conversation)",
                "insert into item (conversation_id, sequence, id, type) values (:conversation, 1, 'j', 'user_message')"
            })
    void whatNeverMayBeIsRefused(String sql) {
        assertThatThrownBy(() -> execute(sql)).isInstanceOf(DataIntegrityViolationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update account set email = 'ada@example.org', password_hash = 'hash' where id = :account",
                "update conversation set title = repeat('🚢', 200) where id = :conversation",
                "update item set type = 'tool_call' where conversation_id = :conversation",
                "update task set title = repeat('🚢', 200) where id = :task",
                "update task set description = repeat('🚢', 1000), tags = '{a}', tag_keys = '{A}' where id = :task",
                "update run set status = 'cancelled', finished_at = now() where id = :run",
                "update run set status = 'cancelled', finished_at = now(), started_at = null where id = :run",
                "update run set status = 'queued', started_at = null, message = '{}', queue_position = 1 where id = :run",
                "update run set node_name = 'node', node_start = :account, taken_over_from = 1 where id = :run",
                "update attachment set state = 'uploaded', upload = md5('u'), conversation_id = :conversation where owner_id = :account"
            })
    void whatMayBeIsTaken(String sql) {
        assertThat(execute(sql)).isEqualTo(1);

        execute("delete from account where id = :account");
    }

    private int execute(String sql) {
        return JDBC.sql(sql).params(parameters()).update();
    }

    private Map<String, @Nullable Object> row(String table) {
        return JDBC.sql("select * from %1$s where id = :%1$s".formatted(table))
                .params(parameters())
                .query()
                .singleRow();
    }

    private String one(String sql) {
        return JDBC.sql(sql).params(parameters()).query(String.class).single();
    }

    private static List<@Nullable String> names(String sql) {
        return JDBC.sql(sql).query(String.class).list();
    }

    private Map<String, UUID> parameters() {
        return Map.of("account", account, "conversation", conversation, "run", run, "task", task);
    }
}
