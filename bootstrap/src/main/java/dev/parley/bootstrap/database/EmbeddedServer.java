package dev.parley.bootstrap.database;

import dev.parley.bootstrap.folder.DataFolder;
import dev.parley.bootstrap.folder.SecretFile;
import dev.parley.bootstrap.settings.StartRefused;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL of Parley's own, as durable as any: what it commits is on the disk. It listens on the loopback interface
 * only and asks for a generated password (SCRAM), so that other users of the machine cannot read it.
 */
public final class EmbeddedServer implements AutoCloseable {

    private static final String USER = "postgres";
    private static final String PASSWORD_FILE = "postgres-password";
    private static final String LOG_FILE = "postgres.log";
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres postgres;
    private final DatabaseAccess access;

    private EmbeddedServer(EmbeddedPostgres postgres, DatabaseAccess access) {
        this.postgres = postgres;
        this.access = access;
    }

    /**
     * Starts the server on the folder's data; on the first start it makes them.
     *
     * @throws StartRefused if it does not start
     */
    public static EmbeddedServer start(DataFolder folder) {
        try {
            return startUp(folder);
        } catch (IOException | IllegalStateException | UncheckedIOException e) {
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
     * The way to the server that runs on the folder now, started by another process.
     *
     * @return empty if none runs
     * @throws IOException if the folder cannot be read
     */
    public static Optional<DatabaseAccess> running(Path folder) throws IOException {
        Path password = folder.resolve(PASSWORD_FILE);
        Optional<Integer> port = new Postmaster(cluster(folder)).port();
        return port.isPresent() && Files.exists(password)
                ? Optional.of(access(port.get(), Files.readString(password).strip()))
                : Optional.empty();
    }

    /** How to connect. */
    public DatabaseAccess access() {
        return access;
    }

    /** Stops the server; connections that are still open are cut. */
    @Override
    public void close() throws IOException {
        postgres.close();
    }

    private static EmbeddedServer startUp(DataFolder folder) throws IOException, InterruptedException {
        Path cluster = cluster(folder.path());
        SecretFile password = new SecretFile(
                folder, PASSWORD_FILE, "put it back from your backup, as the data in " + cluster + " need it.");
        beginLog(folder);
        if (Files.exists(cluster)) {
            refuseWithout(password, cluster);
            new Postmaster(cluster).endLeftOver();
        } else {
            initialise(folder, cluster, password);
        }
        EmbeddedPostgres postgres = launch(folder, cluster, password);
        return new EmbeddedServer(postgres, access(postgres.getPort(), password.text()));
    }

    private static void refuseWithout(SecretFile password, Path cluster) {
        if (!password.exists()) {
            throw new StartRefused("The file " + password.path() + " is missing; put it back from your backup, as the"
                    + " data in " + cluster + " need it.");
        }
    }

    /** Makes the cluster elsewhere and moves it, so that one that is cut off half made is never taken for a whole one. */
    private static void initialise(DataFolder folder, Path cluster, SecretFile password)
            throws IOException, InterruptedException {
        Path unfinished = cluster.resolveSibling("postgres.new");
        if (Files.exists(unfinished)) {
            new Postmaster(unfinished).endLeftOver();
            FileSystemUtils.deleteRecursively(unfinished);
        }
        launch(folder, unfinished, password).close();
        Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private static EmbeddedPostgres launch(DataFolder folder, Path cluster, SecretFile password) throws IOException {
        Path binaries = folder.privateFolder("binaries");
        // The library tidies up in its working folder, whatever else is set, and that is below /tmp by default.
        System.setProperty("ot.epg.working-dir", binaries.toString());
        String secret = password.text();
        return EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_PATIENCE)
                .setOutputRedirector(
                        ProcessBuilder.Redirect.appendTo(log(folder.path()).toFile()))
                // These two reach initdb and win over the library's trust of everyone on this machine.
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", password.path().toString())
                .setLocaleConfig("locale", "C")
                .setConnectConfig("password", secret)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .start();
    }

    private static void beginLog(DataFolder folder) throws IOException {
        Path log = log(folder.path());
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(LOG_FILE + ".old"), StandardCopyOption.REPLACE_EXISTING);
        }
        folder.newPrivateFile(LOG_FILE);
    }

    private static DatabaseAccess access(int port, String password) {
        return new DatabaseAccess("jdbc:postgresql://127.0.0.1:" + port + "/postgres", USER, password);
    }

    private static Path cluster(Path folder) {
        return folder.resolve("postgres");
    }

    private static Path log(Path folder) {
        return folder.resolve(LOG_FILE);
    }

    private static StartRefused notStarted(DataFolder folder, Exception cause) {
        return new StartRefused(
                "The embedded PostgreSQL did not start on " + folder.path() + "; " + log(folder.path()) + " says why.",
                cause);
    }
}
