package dev.parley.database;

import static org.awaitility.Awaitility.await;

import dev.parley.persistence.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The real PgBouncer before a database, in transaction mode and with few sessions, so that transactions do change them. */
final class PgBouncer implements AutoCloseable {

    /** What to do where it is missing. */
    static final String MISSING =
            "PgBouncer is not installed, so this is not tested; on Debian: apt-get install pgbouncer";

    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private final Process process;
    private final String url;

    private PgBouncer(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Whether this machine has it. */
    static boolean isInstalled() {
        return program().isPresent();
    }

    static PgBouncer before(TestDatabase database, Path folder) throws IOException {
        int port = freePort();
        Path configuration = folder.resolve("pgbouncer.ini");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(configuration, configuration(database, port));
        List<String> command = new ArrayList<>(List.of(program().orElseThrow().toString(), "-q"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("-u", "nobody"));
        }
        command.add(configuration.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("pgbouncer.log").toFile())
                .start();
        await().atMost(TIMEOUT)
                .failFast("PgBouncer has ended; its log is in the folder", () -> !process.isAlive())
                .ignoreExceptions()
                .until(() -> {
                    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                        return socket.isConnected();
                    }
                });
        return new PgBouncer(process, "jdbc:postgresql://127.0.0.1:" + port + "/" + name(database));
    }

    /** The database behind it. */
    String url() {
        return url;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String configuration(TestDatabase database, int port) {
        URI server = server(database);
        String password = database.password().isEmpty() ? "" : " password=" + database.password();
        return """
                [databases]
                * = host=%s port=%d user=%s%s
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = any
                pool_mode = transaction
                default_pool_size = 3
                ignore_startup_parameters = extra_float_digits
                """.formatted(server.getHost(), server.getPort(), database.username(), password, port);
    }

    private static String name(TestDatabase database) {
        return server(database).getPath().substring(1);
    }

    private static URI server(TestDatabase database) {
        return URI.create(database.url().substring("jdbc:".length()).replaceFirst("\\?.*", ""));
    }

    private static Optional<Path> program() {
        String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin";
        return Stream.of(path.split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "pgbouncer"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
