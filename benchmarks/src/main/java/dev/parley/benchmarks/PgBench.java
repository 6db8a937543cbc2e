package dev.parley.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The baseline: pgbench doing the statements of a request, and nothing else. */
final class PgBench {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private final Database database;

    PgBench(Database database) {
        this.database = database;
    }

    String version() throws IOException, InterruptedException {
        return output(List.of("pgbench", "--version")).strip();
    }

    /** How often a second the script was run. */
    double perSecond(String script, int connections, Duration duration) throws IOException, InterruptedException {
        Path file = Files.createTempFile("parley-benchmark", ".sql");
        try {
            Files.writeString(file, script);
            return rate(output(command(file, connections, duration)));
        } finally {
            Files.delete(file);
        }
    }

    private List<String> command(Path script, int connections, Duration duration) {
        return List.of(
                "pgbench",
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + connections,
                "--jobs=" + Math.min(connections, 2),
                "--time=" + duration.toSeconds(),
                "--file=" + script,
                "--host=127.0.0.1",
                "--port=" + database.port(),
                "--username=" + database.user(),
                database.name());
    }

    private static double rate(String output) throws IOException {
        Matcher rate = RATE.matcher(output);
        if (!rate.find()) {
            throw new IOException("pgbench told no rate:\n" + output);
        }
        return Double.parseDouble(rate.group(1));
    }

    private static String output(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("pgbench failed:\n" + output);
        }
        return output;
    }
}
