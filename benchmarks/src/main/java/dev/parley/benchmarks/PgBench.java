package dev.parley.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The baseline: pgbench doing the statements of a session's creation, and nothing else. */
final class PgBench {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private static final String SCRIPT = """
            \\set user random(1, :users)
            begin;
            with slot as (
                update account set session_count = session_count + 1
                where id = ('00000000-0000-7000-8000-' || lpad(to_hex(:user - 1), 12, '0'))::uuid and session_count < 1000000
                returning id)
            insert into conversation (id, owner_id, title, message_count, last_sequence, created_at, updated_at)
            select gen_random_uuid(), id, 'New Chat', 0, 0, now(), now() from slot;
            commit;
            """;

    private PgBench() {}

    static double createsPerSecond(Database database, int connections, int users, Duration duration)
            throws IOException, InterruptedException {
        Path script = Files.createTempFile("create-session", ".sql");
        Files.writeString(script, SCRIPT);
        Process process = new ProcessBuilder(
                        "pgbench",
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--define=users=" + users,
                        "--client=" + connections,
                        "--jobs=" + Math.min(connections, 2),
                        "--time=" + duration.toSeconds(),
                        "--file=" + script,
                        "--host=127.0.0.1",
                        "--port=" + database.port(),
                        "--username=" + database.user(),
                        database.name())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        Matcher rate = RATE.matcher(output);
        if (process.waitFor() != 0 || !rate.find()) {
            throw new IOException("pgbench failed:\n" + output);
        }
        return Double.parseDouble(rate.group(1));
    }
}
