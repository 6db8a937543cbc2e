package dev.parley.benchmarks.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged server in a process of its own. */
public final class Server implements AutoCloseable {

    public static final String SECRET = "a secret of benchmarks, at least 32 bytes";

    /** The JDK that runs this, which need not be the one on the path. */
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final String JCMD =
            Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();

    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +[0-9]+ +([0-9]+)");

    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);

    private final Process process;
    private final int port;
    private final Path log;
    private final Duration startUp;

    private Server(Process process, int port, Path log, Duration startUp) {
        this.process = process;
        this.port = port;
        this.log = log;
        this.startUp = startUp;
    }

    /** Starts it with the settings of every benchmark and these, which come first, and returns when it is ready. */
    public static Server start(Path jar, Map<String, String> environment) throws IOException, InterruptedException {
        return start(jar, environment, "1g");
    }

    /** Starts it with a heap of at most this size, as Java's {@code -Xmx} takes it. */
    public static Server start(Path jar, Map<String, String> environment, String heap)
            throws IOException, InterruptedException {
        int port = freePort();
        Path log = Files.createTempFile("parley-benchmark", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(JAVA, "-Xmx" + heap, "-XX:+ExitOnOutOfMemoryError", "-jar", jar.toString());
        builder.environment()
                .putAll(Map.of(
                        "SERVER_PORT",
                        String.valueOf(port),
                        "PARLEY_AUTH_JWT_SECRET",
                        SECRET,
                        "PARLEY_LIMITS_SESSIONS_PER_USER",
                        "1000000",
                        "PARLEY_LIMITS_REQUESTS_PER_MINUTE",
                        "100000000"));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        long begin = System.nanoTime();
        Process process = builder.start();
        awaitReady(process, port, log);
        return new Server(process, port, log, Duration.ofNanos(System.nanoTime() - begin));
    }

    public int port() {
        return port;
    }

    public Duration startUp() {
        return startUp;
    }

    /** The processor time that it has used so far. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** The memory that it holds, in KiB. */
    public long residentKilobytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }

    /** The heap that is in use after a full collection, which stops the server for a moment, in KiB. */
    public long liveHeapKilobytes() throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(JCMD, Long.toString(process.pid()), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String histogram = new String(jcmd.getInputStream().readAllBytes(), UTF_8);
        Matcher total = TOTAL.matcher(histogram);
        if (jcmd.waitFor() != 0 || !total.find()) {
            throw new IOException("jcmd told no heap:\n" + histogram);
        }
        return Long.parseLong(total.group(1)) / 1024;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The file with all that it printed. */
    public Path log() {
        return log;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private static void awaitReady(Process process, int port, Path log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        while (!isReady(port)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("the server did not start:\n" + Files.readString(log));
            }
            Thread.sleep(10);
        }
    }

    private static boolean isReady(int port) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(port))
                            .toURL()
                            .openConnection();
            try (InputStream body = connection.getInputStream()) {
                body.readAllBytes();
            }
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
