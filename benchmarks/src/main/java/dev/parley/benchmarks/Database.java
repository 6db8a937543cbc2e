package dev.parley.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The PostgreSQL that server and pgbench share.
 *
 * @param port on 127.0.0.1, which needs no password
 */
record Database(int port, String name, String user) {

    /** Accounts without sessions, for creating some. */
    static final int CREATORS = 1_000;

    static final int FIRST_CREATOR = 0x1000_0000;

    /** The session that {@link #addHistory} adds. */
    static final String HISTORY = session(0x0fff_ffff);

    private static final int SESSIONS_OF_AN_OWNER = 10;

    /** The environment of a server that uses this database. */
    Map<String, String> environment() {
        return Map.of(
                "SPRING_DATASOURCE_URL",
                jdbcUrl(),
                "SPRING_DATASOURCE_USERNAME",
                user,
                "SPRING_DATASOURCE_PASSWORD",
                "unused");
    }

    static String creator(int number) {
        return account(FIRST_CREATOR + number);
    }

    static String owner(int number) {
        return account(number);
    }

    static String ownerOf(int session) {
        return owner(session / SESSIONS_OF_AN_OWNER);
    }

    static String session(int number) {
        return "00000000-0000-7000-9000-%012x".formatted(number);
    }

    String version() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show server_version")) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** What it has done so far. */
    Work work() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select pg_backend_pid(), xact_commit,
                            (select n_tup_ins from pg_stat_user_tables where relname = 'run_log')
                        from pg_stat_database where datname = current_database()""")) {
            rows.next();
            return new Work(cpuOfAll(rows.getLong(1)), rows.getLong(2), rows.getLong(3));
        }
    }

    /** The processor time of all processes of the server that one of them belongs to. */
    private static Duration cpuOfAll(long backend) {
        ProcessHandle postmaster =
                ProcessHandle.of(backend).flatMap(ProcessHandle::parent).orElseThrow();
        return Stream.concat(Stream.of(postmaster), postmaster.descendants())
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Leaves exactly this number of sessions, ten an owner, and the creators. */
    void fill(int sessions) throws SQLException {
        execute("truncate account cascade");
        addAccounts(0, (sessions + SESSIONS_OF_AN_OWNER - 1) / SESSIONS_OF_AN_OWNER, SESSIONS_OF_AN_OWNER);
        addAccounts(FIRST_CREATOR, CREATORS, 0);
        execute("""
                insert into conversation (id, owner_id, updated_at)
                select ('00000000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid,
                       ('00000000-0000-7000-8000-' || lpad(to_hex(n / %d), 12, '0'))::uuid,
                       now() + n * interval '1 microsecond'
                from generate_series(0, %d) n""".formatted(SESSIONS_OF_AN_OWNER, sessions - 1));
        execute("vacuum analyze");
        execute("checkpoint");
    }

    /** Adds a session of owner 0 with messages of 200 characters. */
    void addHistory(int messages) throws SQLException {
        execute("insert into conversation (id, owner_id, message_count, last_sequence) values ('%s', '%s', %d, %d)"
                .formatted(HISTORY, owner(0), messages, messages));
        execute("""
                insert into item (conversation_id, sequence, id, type, payload)
                select '%s', n, 'msg_' || n,
                       case n %% 2 when 1 then 'user_message' else 'assistant_message' end,
                       ('{"content":[{"type":"' || case n %% 2 when 1 then 'input_text' else 'output_text' end
                           || '","text":"' || repeat('benchmark ', 20) || '"}]}')::json
                from generate_series(1, %d) n""".formatted(HISTORY, messages));
        execute("vacuum analyze");
    }

    private void addAccounts(int first, int number, int sessionsEach) throws SQLException {
        execute("""
                insert into account (id, session_count)
                select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, %d
                from generate_series(%d, %d) n""".formatted(sessionsEach, first, first + number - 1));
    }

    private static String account(int number) {
        return "00000000-0000-7000-8000-%012x".formatted(number);
    }

    private String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name);
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), user, "");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * What a database has done so far.
     *
     * @param cpu the processor time of its processes
     * @param commits of units that write and of units that read
     * @param logRows rows that were added to the log of runs
     */
    record Work(Duration cpu, long commits, long logRows) {}
}
