package dev.parley.bootstrap.database;

import dev.parley.application.shared.RootCause;
import dev.parley.bootstrap.failure.InvalidConfigurationException;
import dev.parley.bootstrap.folder.DataFolder;
import dev.parley.bootstrap.folder.SecretFile;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL of Parley's own, as durable as any: what it commits is on the disk. It listens on the loopback interface
 * only and asks for a generated password (SCRAM), so that other users of the machine cannot read it.
 */
public final class EmbeddedServer implements AutoCloseable {

    private static final String SUPERUSER = "postgres";
    private static final String PASSWORD_FILE = "postgres-password";
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    private final PostgresCommand command;
    private final Path cluster;
    private final DatabaseRoutes routes;
    private final boolean isNew;

    private EmbeddedServer(PostgresCommand command, Path cluster, DatabaseRoutes routes, boolean isNew) {
        this.command = command;
        this.cluster = cluster;
        this.routes = routes;
        this.isNew = isNew;
    }

    /**
     * Starts the server on the folder's data; on the first start it makes them.
     *
     * @throws InvalidConfigurationException if it does not start
     */
    public static EmbeddedServer start(DataFolder folder) {
        try {
            return startUp(folder);
        } catch (IOException | SQLException e) {
            throw notStarted(folder, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notStarted(folder, e);
        }
    }

    /** Whether the folder has data, so that a server was started on it before. */
    public static boolean hasData(Path folder) {
        return Files.exists(cluster(folder));
    }

    /**
     * The ways to the server that runs on the folder now, started by another process.
     *
     * @return empty if none runs
     * @throws IOException if the folder cannot be read
     */
    public static Optional<DatabaseRoutes> running(Path folder) throws IOException {
        Optional<Integer> port = new Postmaster(cluster(folder)).port();
        return port.isPresent() ? EmbeddedRoles.routes(folder, url(port.get())) : Optional.empty();
    }

    /** How to connect: as a role that reads and writes rows, and as one that owns them. */
    public DatabaseRoutes routes() {
        return routes;
    }

    /** Whether its data were made at this start. */
    public boolean isNew() {
        return isNew;
    }

    /** Stops the server; connections that are still open are cut. */
    @Override
    public void close() throws IOException {
        try {
            stop(command, cluster);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL was stopping", e);
        }
    }

    private static EmbeddedServer startUp(DataFolder folder) throws IOException, InterruptedException, SQLException {
        Path cluster = cluster(folder.path());
        SecretFile password = new SecretFile(
                folder.path(), PASSWORD_FILE, "put it back from your backup, as the data in " + cluster + " need it.");
        PostgresLog log = new PostgresLog(folder.path());
        log.begin(folder);
        Path programs = PostgresPrograms.unpackInto(folder.privateFolder("binaries"));
        PostgresCommand command = new PostgresCommand(programs, log.path());
        boolean isNew = !Files.exists(cluster);
        if (isNew) {
            initialise(command, cluster, password);
        } else {
            refuseWithout(password, cluster);
            PostgresMajor.refuseOther(cluster, programs);
            new Postmaster(cluster).endLeftOver();
        }
        String url = url(launch(command, cluster));
        try {
            DatabaseAccess superuser = new DatabaseAccess(url, SUPERUSER, password.text());
            DatabaseRoutes routes = new EmbeddedRoles(folder).prepare(superuser);
            return new EmbeddedServer(command, cluster, routes, isNew);
        } catch (Throwable e) {
            stopAfter(e, () -> stop(command, cluster));
            throw e;
        }
    }

    /** Stops what has failed; if that fails as well, the first failure tells of it. */
    static void stopAfter(Throwable failure, AutoCloseable stop) {
        try {
            stop.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure.addSuppressed(e);
        } catch (Exception e) {
            failure.addSuppressed(e);
        }
    }

    private static void refuseWithout(SecretFile password, Path cluster) {
        if (!password.exists()) {
            throw new InvalidConfigurationException("The file " + password.path()
                    + " is missing; put it back from your backup, as the" + " data in " + cluster + " need it.");
        }
    }

    /** Makes the cluster elsewhere and moves it, so that one that is cut off half made is never taken for a whole one. */
    private static void initialise(PostgresCommand command, Path cluster, SecretFile password)
            throws IOException, InterruptedException {
        Path unfinished = cluster.resolveSibling("postgres.new");
        if (Files.exists(unfinished)) {
            new Postmaster(unfinished).endLeftOver();
            FileSystemUtils.deleteRecursively(unfinished);
        }
        password.text();
        command.run(
                "initdb",
                List.of(
                        "-D",
                        unfinished.toString(),
                        "-U",
                        SUPERUSER,
                        "-E",
                        "UTF-8",
                        "--locale=C",
                        "--auth=scram-sha-256",
                        "--pwfile=" + password.path()));
        Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Returns the port. */
    private static int launch(PostgresCommand command, Path cluster) throws IOException, InterruptedException {
        int port = freePort();
        String settings = Stream.of(
                        "fsync=on",
                        "synchronous_commit=on",
                        "full_page_writes=on",
                        "max_connections=300",
                        "timezone=UTC",
                        "listen_addresses=127.0.0.1",
                        "unix_socket_directories=")
                .map(setting -> " -c " + setting)
                .collect(Collectors.joining());
        command.run(
                "pg_ctl",
                List.of(
                        "-D",
                        cluster.toString(),
                        "-o",
                        "-p " + port + settings,
                        "-t",
                        Long.toString(START_TIMEOUT.toSeconds()),
                        "-w",
                        "start"));
        return port;
    }

    private static void stop(PostgresCommand command, Path cluster) throws IOException, InterruptedException {
        command.run(
                "pg_ctl",
                List.of(
                        "-D",
                        cluster.toString(),
                        "-m",
                        "fast",
                        "-t",
                        Long.toString(STOP_TIMEOUT.toSeconds()),
                        "-w",
                        "stop"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    private static Path cluster(Path folder) {
        return folder.resolve("postgres");
    }

    private static InvalidConfigurationException notStarted(DataFolder folder, Exception cause) {
        PostgresLog log = new PostgresLog(folder.path());
        return new InvalidConfigurationException(
                "The embedded PostgreSQL did not start on " + folder.path() + ": " + RootCause.of(cause) + ". Its log, "
                        + log.path() + ", " + log.end() + ".",
                cause);
    }
}
