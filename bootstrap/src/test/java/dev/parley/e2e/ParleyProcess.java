package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.bootstrap.Parley;
import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Parley in a JVM of its own, configured by its environment as a user does it, so that it can be killed. */
public final class ParleyProcess implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    private final Process process;
    private final Path log;
    private final int port;
    private int lengthBeforeStop;

    private ParleyProcess(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Starts a server and waits until it is ready. */
    public static ParleyProcess start(Path folder, Map<String, String> environment) {
        return ready(launch(folder, environment, List.of()));
    }

    /** Starts {@link ParleyWithFaults} as another node on a database, with more settings, and waits until it is ready. */
    static ParleyProcess withFaults(Path folder, TestDatabase database, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(settingsOf(database));
        environment.putAll(settings);
        return ready(launch(ParleyWithFaults.class, folder, environment, List.of()));
    }

    /** Starts a server on a database, with the JVM's own arguments, and waits until it is ready. */
    static ParleyProcess recorded(Path folder, TestDatabase database, List<String> program) {
        return ready(execute(program, folder, settingsOf(database)));
    }

    /** The settings of a node on a database, for many requests. */
    public static Map<String, String> settingsOf(TestDatabase database) {
        return Map.of(
                "SPRING_DATASOURCE_URL",
                database.url(),
                "SPRING_DATASOURCE_USERNAME",
                database.username(),
                "SPRING_DATASOURCE_PASSWORD",
                database.password(),
                "PARLEY_AUTH_JWT_SECRET",
                Tokens.SECRET,
                "PARLEY_LIMITS_REQUESTS_PER_MINUTE",
                "1000000");
    }

    private static ParleyProcess ready(ParleyProcess parley) {
        await().atMost(TIMEOUT)
                .failFast("Parley has ended; its log is in the folder", () -> !parley.process.isAlive())
                .ignoreExceptions()
                .until(() ->
                        parley.anonymous().get("/actuator/health/readiness").status() == 200);
        return parley;
    }

    /** Starts it, with arguments, and does not wait. */
    public static ParleyProcess launch(Path folder, Map<String, String> environment, List<String> arguments) {
        return launch(Parley.class, folder, environment, arguments);
    }

    /** Starts a packaged server, perhaps of another revision, and waits until it is ready. */
    public static ParleyProcess ofJar(Path jar, Path folder, Map<String, String> environment) {
        return ready(execute(List.of("-jar", jar.toAbsolutePath().toString()), folder, environment));
    }

    private static ParleyProcess launch(
            Class<?> main, Path folder, Map<String, String> environment, List<String> arguments) {
        List<String> program = new ArrayList<>(ClassArchive.arguments(main));
        program.addAll(arguments);
        return execute(program, folder, environment);
    }

    private static ParleyProcess execute(List<String> program, Path folder, Map<String, String> environment) {
        try {
            int port = freePort();
            Path log = Files.createTempFile(folder, "parley", ".log");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "--enable-native-access=ALL-UNNAMED"));
            command.addAll(program);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().put("SERVER_PORT", Integer.toString(port));
            builder.environment().putAll(environment);
            return new ParleyProcess(builder.start(), log, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A user whom no server has met. */
    Api someone() {
        return anonymous().as(Tokens.ofSomeone());
    }

    /** A caller without a token. */
    public Api anonymous() {
        return new Api(URI.create(address()), null);
    }

    /** Where it is opened. */
    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Kills it as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Asks it to stop as {@code kill -15} does, and does not wait. It can still be told something. */
    public void terminate() {
        lengthBeforeStop = output().length();
        assertThat(process.toHandle().destroy()).isTrue();
    }

    /** Freezes it as {@code kill -STOP} does. */
    void freeze() {
        signal("-STOP");
    }

    /** Lets it go on after {@link #freeze}. */
    void thaw() {
        signal("-CONT");
    }

    /** Writes a line to its standard input. */
    void tell(String line) {
        try {
            process.outputWriter().write(line + "\n");
            process.outputWriter().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for its end; returns the exit code. */
    public int awaitEnd() {
        try {
            assertThat(process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS))
                    .as("Parley has ended")
                    .isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Parley ended", e);
        }
    }

    /** All that it has printed. */
    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The warnings and errors that it has logged since {@link #terminate}. */
    public List<String> warningsOfStop() {
        return Warnings.in(output().substring(lengthBeforeStop));
    }

    /** Stops it in order. */
    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private void signal(String signal) {
        try {
            Process kill = new ProcessBuilder("kill", signal, Long.toString(process.pid())).start();
            assertThat(kill.waitFor()).as("exit code of kill").isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a signal was sent", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
