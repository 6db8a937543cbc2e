package dev.parley.upgrade;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a node of the old revision does at PostgreSQL, with that revision's own statements, for as long as it is asked to: it
 * knows no table, column or trigger that came later.
 */
final class OldNode {

    private static final String SLOT = """
            with slot as (
                update account set session_count = session_count + 1
                where id = :account and session_count < 10 returning id)
            insert into conversation
                (id, owner_id, title, status, status_reason, image_domains, message_count, last_sequence, created_at,
                 updated_at)
            select :conversation, id, 'New Chat', 'active', null, null, 0, 0, now(), now() from slot""";

    private static final String APPEND = """
            with changed as (
                update conversation set message_count = message_count + 1, last_sequence = %1$d, updated_at = now()
                where id = :conversation returning id)
            insert into item (conversation_id, sequence, id, type, payload, created_at)
            select id, %1$d, 'msg_%1$d', '%2$s', cast('{"content":[]}' as json), now() from changed""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    OldNode(DriverManagerDataSource connections) {
        this.jdbc = JdbcClient.create(connections);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(connections));
    }

    /** A user comes, does everything once, and leaves an answered message behind. Returns whose it is. */
    UUID serveOneUser() {
        Life life = new Life(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        run(life, """
                insert into account (id, subject, created_at) values (:account, cast(:account as text), now())
                on conflict (id) do update set subject = excluded.subject where account.subject is null""");
        run(life, SLOT);
        run(life, APPEND.formatted(1, "user_message"), """
                insert into run (id, conversation_id, status, created_at, started_at, node_name, node_start, lease_until)
                select :run, :conversation, 'running', now(), now(), 'old', :start,
                       clock_timestamp() + make_interval(secs => 600)
                where not exists (select from run where conversation_id = :conversation and status = 'queued')
                on conflict (conversation_id) where status = 'running' do nothing""");
        run(life, """
                update run set lease_until = clock_timestamp() + make_interval(secs => 600)
                where id = any(array[cast(:run as uuid)]) and status = 'running'""");
        run(life, """
                with living as (select id from run where id = :run and not log_pruned for key share skip locked),
                added as (
                    insert into run_log (run_id, first_sequence, last_sequence, events)
                    select id, 1, 2, cast('[{}, {}]' as json) from living on conflict do nothing
                    returning run_id, first_sequence)
                select run_id, first_sequence, (select pg_notify('parley_log', '')) from added""");
        run(
                life,
                "select id from run where id = :run and status = 'running' for no key update",
                APPEND.formatted(2, "assistant_message"),
                """
                with saved as (
                    update run set status = 'completed', finished_at = now(), queue_position = null, message = null
                    where id = :run returning finished_at)
                select pg_notify('parley_log', '') from saved where finished_at is not null""");
        run(life, """
                insert into usage (run_id, account_id, at, model, prompt_tokens, completion_tokens)
                values (:run, :account, now(), 'old', 1, 2)""");
        run(life, """
                insert into feedback (conversation_id, item_id, account_id, rating, at)
                values (:conversation, 'msg_2', :account, 'positive', now())
                on conflict (conversation_id, item_id, account_id)
                do update set rating = excluded.rating, at = excluded.at""");
        tasks(life);
        attachments(life);
        credentials(life);
        run(life, "select pg_try_advisory_xact_lock(hashtextextended(cast(:run as text), 0))", """
                insert into idempotency (account_id, key, fingerprint, outcome, created_at)
                values (:account, 'a key', repeat('0', 64), 'made', now())""");
        another(life);
        return life.account;
    }

    /** Whether all that {@link #serveOneUser} has left is there. */
    boolean hasKept(UUID account) {
        return jdbc.sql("""
                        select count(*) from account
                        join conversation on owner_id = account.id
                        join run on run.conversation_id = conversation.id
                        join item on item.conversation_id = conversation.id
                        where account.id = :account and session_count = 1 and task_count = 0 and attachment_bytes = 0
                          and run.status = 'completed'""").param("account", account).query(Integer.class).single() == 2;
    }

    private void tasks(Life life) {
        run(life, """
                with slot as (
                    update account set task_count = task_count + 1 where id = :account and task_count < 1000 returning id)
                insert into task (id, owner_id, title, title_key, description, description_key, priority, tags, tag_keys,
                                  completed, created_at, updated_at)
                select :run, id, 'Calk', 'CALK', '', '', 'high', array['ship'], array['SHIP'], false, now(), now()
                from slot""");
        run(life, "update task set completed = true, updated_at = now() where id = :run");
        run(life, """
                with deleted as (delete from task where id = :run returning owner_id)
                update account set task_count = task_count - 1 where id in (select owner_id from deleted)""");
    }

    private void attachments(Life life) {
        String id = "'atc_' || replace(cast(:run as text), '-', '')";
        run(life, """
                with room as (
                    update account set attachment_bytes = attachment_bytes + 4
                    where id = :account and attachment_bytes <= 1000 returning id)
                insert into attachment (id, owner_id, name, mime_type, size, created_at)
                select %s, id, 'a.txt', 'text/plain', 4, now() from room""".formatted(id));
        run(life, "update attachment set upload = replace(cast(:start as text), '-', '') where id = " + id);
        run(life, """
                insert into attachment_chunk (attachment_id, upload, number, bytes)
                values (%s, replace(cast(:start as text), '-', ''), 0, 'argo')""".formatted(id));
        run(life, "update attachment set state = 'uploaded' where id = " + id);
        run(life, """
                with deleted as (delete from attachment where id = %s returning owner_id, size)
                update account set attachment_bytes = attachment_bytes - deleted.size
                from deleted where account.id = deleted.owner_id""".formatted(id));
    }

    private void credentials(Life life) {
        String hash = "repeat(replace(cast(:run as text), '-', ''), 2)";
        run(life, """
                insert into api_key (name, secret_hash, created_at)
                values (cast(:run as text), %s, now()) on conflict (name) do nothing""".formatted(hash));
        run(life, "delete from api_key where name = cast(:run as text)");
        run(life, """
                insert into client_session
                    (id, secret_hash, account_id, subject, settings, requests_per_minute, created_at, expires_at, cancelled_at)
                values (cast(:run as text), %s, :account, 'u-1', cast('{}' as json), 10, now(), now(), null)""".formatted(hash));
        run(life, "update client_session set cancelled_at = now() where id = cast(:run as text)");
        run(life, """
                insert into account (id, email, password_hash, created_at)
                values (:start, lower(cast(:start as text)) || '@example.org', 'hash', now())
                on conflict (email) do nothing""");
    }

    /** A conversation that is deleted again, with what it has. */
    private void another(Life life) {
        Life second = new Life(life.account, UUID.randomUUID(), UUID.randomUUID(), life.start);
        run(second, SLOT);
        run(second, APPEND.formatted(1, "user_message"));
        run(second, """
                with attached as (delete from attachment where conversation_id = :conversation returning size),
                deleted as (delete from conversation where id = :conversation returning owner_id)
                update account
                set session_count = session_count - 1,
                    attachment_bytes = attachment_bytes - (select coalesce(sum(size), 0) from attached)
                where id in (select owner_id from deleted)""");
    }

    private void run(Life life, String... statements) {
        transaction.executeWithoutResult(status -> List.of(statements).forEach(sql -> {
            JdbcClient.StatementSpec statement = jdbc.sql(sql)
                    .param("account", life.account)
                    .param("conversation", life.conversation)
                    .param("run", life.run)
                    .param("start", life.start);
            if (sql.startsWith("select") || sql.contains("pg_notify")) {
                statement.query().listOfRows();
            } else {
                statement.update();
            }
        }));
    }

    /** What one user has. */
    private record Life(UUID account, UUID conversation, UUID run, UUID start) {}
}
