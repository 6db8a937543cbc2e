package dev.parley.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Runs every measurement and writes {@code docs/benchmarks.md}. Needs {@code pgbench} on the path. */
public final class Benchmarks {

    private static final List<Integer> CONNECTIONS = List.of(1, 4, 16, 64);
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration MEASURED = Duration.ofSeconds(8);
    private static final int USERS = 1_000;
    private static final int HISTORY = 100;

    private final Path jar;
    private final Database database;
    private final Report report = new Report();

    private Benchmarks(Path jar, Database database) {
        this.jar = jar;
        this.database = database;
    }

    /** Measures; the working folder is the root of the repository. */
    public static void main(String[] arguments) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "4GB")
                .start()) {
            Benchmarks benchmarks = new Benchmarks(
                    Path.of("bootstrap/target/parley.jar"), new Database(postgres.getPort(), "postgres", "postgres"));
            benchmarks.measure();
            benchmarks.report.write(Path.of("docs/benchmarks.md"));
        }
    }

    private void measure() throws Exception {
        try (Server server = Server.start(jar, database)) {
            report.startUp(server.startUp());
            database.addUsers(USERS);
            createsAgainstPgbench(server);
            history(server);
            growth(server);
        }
    }

    private void createsAgainstPgbench(Server server) throws Exception {
        HttpLoad creates = new HttpLoad(server, random -> Requests.createSession(server, random.nextInt(USERS)));
        creates.run(16, WARM_UP);
        for (int connections : CONNECTIONS) {
            double pgbench = PgBench.createsPerSecond(database, connections, USERS, MEASURED);
            HttpLoad.Result http = creates.run(connections, MEASURED);
            report.creates(connections, pgbench, http);
        }
    }

    private void history(Server server) throws Exception {
        String session = database.addSessionWithMessages(HISTORY);
        HttpLoad reads = new HttpLoad(server, random -> Requests.readSession(server, session));
        reads.run(16, MEASURED);
        report.history(HISTORY, reads.run(16, MEASURED));
    }

    private void growth(Server server) throws Exception {
        for (int sessions : List.of(10, 1_000_000)) {
            database.keepSessions(sessions, USERS);
            int users = Math.min(sessions, USERS);
            measureGrowth(server, sessions, users);
        }
    }

    private void measureGrowth(Server server, int sessions, int users) throws Exception {
        HttpLoad list = new HttpLoad(server, random -> Requests.listSessions(server, random.nextInt(users)));
        HttpLoad read = new HttpLoad(
                server, random -> Requests.readSession(server, Database.session(random.nextInt(sessions)), users));
        HttpLoad create = new HttpLoad(server, random -> Requests.createSession(server, random.nextInt(users)));
        for (HttpLoad load : List.of(list, read, create)) {
            load.run(16, Duration.ofSeconds(3));
        }
        database.keepSessions(sessions, USERS);
        report.growth(sessions, list.run(16, MEASURED), read.run(16, MEASURED), create.run(16, MEASURED));
    }
}
