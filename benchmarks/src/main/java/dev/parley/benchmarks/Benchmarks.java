package dev.parley.benchmarks;

import dev.parley.benchmarks.server.Server;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs every measurement and writes {@code docs/benchmarks.md}. Needs {@code pgbench} on the path. */
public final class Benchmarks {

    private static final List<Integer> CONNECTIONS = List.of(1, 2, 4, 8, 16, 32, 64);
    private static final int USUAL_CONNECTIONS = 16;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration SHORT_WARM_UP = Duration.ofSeconds(3);
    private static final Duration MEASURED = Duration.ofSeconds(5);
    private static final int FEW_SESSIONS = 10;
    private static final int MANY_SESSIONS = 1_000_000;
    private static final int HISTORY = 100;
    private static final int STREAM_SESSIONS = 2_000;

    private static final Path JAR = Path.of("bootstrap/target/parley/parley.jar");
    private static final Path PAGE = Path.of("docs/benchmarks.md");

    private final Database database;
    private final PgBench pgbench;
    private final Report report;

    private Benchmarks(Database database) throws Exception {
        this.database = database;
        this.pgbench = new PgBench(database);
        this.report = new Report(database.version(), pgbench.version());
    }

    /**
     * Measures; the working folder is the root of the repository.
     *
     * @param arguments {@code runs} for the runs alone
     */
    public static void main(String[] arguments) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .start()) {
            Database database = new Database(postgres.getPort(), "postgres", "postgres");
            if (List.of(arguments).contains("runs")) {
                runs(database);
            } else {
                Benchmarks benchmarks = new Benchmarks(database);
                benchmarks.measure();
                benchmarks.report.write(PAGE);
            }
        }
    }

    private static void runs(Database database) throws Exception {
        RunSizes sizes = RunSizes.ofProperties();
        RunSection section = new RunBenchmark(JAR, database, sizes).measure();
        if (sizes.isFull()) {
            section.replaceIn(PAGE);
        }
    }

    private void measure() throws Exception {
        startUpWithEmbeddedDatabase();
        startUp("a PostgreSQL of its own, without schema", database.environment());
        startUp("a PostgreSQL of its own, with the schema", database.environment());
        streams();
        report.runs(new RunBenchmark(JAR, database, RunSizes.ofProperties()).measure());
        try (Server server = Server.start(JAR, database.environment())) {
            database.fill(FEW_SESSIONS);
            creates(server).run(USUAL_CONNECTIONS, WARM_UP);
            createsAgainstPgbench(server);
            historyAgainstPgbench(server);
            growth(server, FEW_SESSIONS);
            growth(server, MANY_SESSIONS);
        }
    }

    private void streams() throws Exception {
        try (ModelServer model = new ModelServer()) {
            Map<String, String> environment = new HashMap<>(database.environment());
            environment.put("PARLEY_ASSISTANT_BASE_URL", model.url());
            environment.put("PARLEY_ASSISTANT_MODEL", ModelServer.FAST.model());
            environment.put("PARLEY_ASSISTANT_MODELS", ModelServer.FAST.model() + "," + ModelServer.SLOW.model());
            try (Server server = Server.start(JAR, environment)) {
                database.fill(STREAM_SESSIONS);
                Streams streams = new Streams(model, server);
                streams.one();
                report.streams(streams.one(), streams.many());
            }
        }
    }

    private void startUpWithEmbeddedDatabase() throws Exception {
        Map<String, String> environment = Map.of(
                "PARLEY_DATA_DIR", Files.createTempDirectory("parley-benchmark").toString());
        startUp("the embedded PostgreSQL, in a new folder", environment);
        startUp("the embedded PostgreSQL, in a used folder", environment);
    }

    private void startUp(String where, Map<String, String> environment) throws Exception {
        try (Server server = Server.start(JAR, environment)) {
            report.startUp(where, server.startUp());
        }
    }

    /** Every turn begins with the same table, so that none pays for what another left. */
    private void createsAgainstPgbench(Server server) throws Exception {
        HttpLoad creates = creates(server);
        for (int connections : CONNECTIONS) {
            Comparison comparison = Comparison.inTurns(
                    () -> {
                        database.fill(FEW_SESSIONS);
                        return pgbench.perSecond(Statements.CREATE, connections, MEASURED);
                    },
                    () -> {
                        database.fill(FEW_SESSIONS);
                        return creates.run(connections, MEASURED);
                    });
            report.creates(connections, comparison);
        }
    }

    private void historyAgainstPgbench(Server server) throws Exception {
        database.fill(FEW_SESSIONS);
        database.addHistory(HISTORY);
        HttpLoad reads =
                new HttpLoad(server, random -> Requests.readSession(server, Database.HISTORY, Database.owner(0)));
        reads.run(USUAL_CONNECTIONS, SHORT_WARM_UP);
        report.history(
                HISTORY,
                Comparison.inTurns(
                        () -> pgbench.perSecond(Statements.HISTORY, USUAL_CONNECTIONS, MEASURED),
                        () -> reads.run(USUAL_CONNECTIONS, MEASURED)));
    }

    /** Creates come last, since they add to the table, and from accounts that have no session yet. */
    private void growth(Server server, int sessions) throws Exception {
        HttpLoad list = new HttpLoad(
                server, random -> Requests.listSessions(server, Database.ownerOf(random.nextInt(sessions))));
        HttpLoad read = new HttpLoad(server, random -> {
            int session = random.nextInt(sessions);
            return Requests.readSession(server, Database.session(session), Database.ownerOf(session));
        });
        database.fill(sessions);
        report.growth(sessions, warm(list), warm(read), warm(creates(server)));
    }

    private static HttpLoad.Result warm(HttpLoad load) throws Exception {
        load.run(USUAL_CONNECTIONS, SHORT_WARM_UP);
        return load.run(USUAL_CONNECTIONS, MEASURED);
    }

    private static HttpLoad creates(Server server) {
        return new HttpLoad(
                server, random -> Requests.createSession(server, Database.creator(random.nextInt(Database.CREATORS))));
    }
}
