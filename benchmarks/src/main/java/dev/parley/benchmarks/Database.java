package dev.parley.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The PostgreSQL that server and pgbench share.
 *
 * @param port on 127.0.0.1, which needs no password
 */
record Database(int port, String name, String user) {

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name);
    }

    /** The account of a user by number. */
    static String account(int number) {
        return "00000000-0000-7000-8000-%012x".formatted(number);
    }

    /** The id of a seeded session by number. */
    static String session(int number) {
        return "00000000-0000-7000-9000-%012x".formatted(number);
    }

    void addUsers(int users) throws SQLException {
        execute("""
                insert into account (id)
                select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid
                from generate_series(0, %d) n on conflict do nothing""".formatted(users - 1));
    }

    /** Leaves exactly this number of sessions, the users owning one each in turn. */
    void keepSessions(int sessions, int users) throws SQLException {
        execute("truncate conversation cascade");
        execute("""
                insert into conversation (id, owner_id)
                select ('00000000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid,
                       ('00000000-0000-7000-8000-' || lpad(to_hex(n %% %d), 12, '0'))::uuid
                from generate_series(0, %d) n""".formatted(users, sessions - 1));
        execute("update account set session_count = (select count(*) from conversation where owner_id = account.id)");
        execute("vacuum analyze");
    }

    /** A session of user 0 with messages of 200 characters. */
    String addSessionWithMessages(int messages) throws SQLException {
        String session = session(0xfffffff);
        execute("insert into conversation (id, owner_id, message_count, last_sequence) values ('%s', '%s', %d, %d)"
                .formatted(session, account(0), messages, messages));
        execute("""
                insert into item (conversation_id, sequence, id, type, payload)
                select '%s', n, 'msg_' || n,
                       case n %% 2 when 1 then 'user_message' else 'assistant_message' end,
                       ('{"content":[{"type":"' || case n %% 2 when 1 then 'input_text' else 'output_text' end
                           || '","text":"' || repeat('benchmark ', 20) || '"}]}')::json
                from generate_series(1, %d) n""".formatted(session, messages));
        return session;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl(), user, "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
