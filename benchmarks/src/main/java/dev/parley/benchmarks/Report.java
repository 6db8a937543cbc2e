package dev.parley.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Prints what was measured and writes it as a page. */
final class Report {

    private final StringBuilder creates = new StringBuilder();
    private final StringBuilder growth = new StringBuilder();
    private String startUp = "";
    private String history = "";

    void startUp(Duration duration) {
        startUp = printed(String.format(
                Locale.ROOT,
                "From process start to ready, on an external PostgreSQL without schema: **%.1f s**.",
                duration.toMillis() / 1e3));
    }

    void creates(int connections, double pgbench, HttpLoad.Result http) {
        creates.append(printed(String.format(
                Locale.ROOT,
                "| %d | %.0f | %.0f | **%.2f** | %.2f | %.2f |%n",
                connections,
                pgbench,
                http.perSecond(),
                http.perSecond() / pgbench,
                http.p50(),
                http.p99())));
    }

    void history(int messages, HttpLoad.Result read) {
        history = printed(String.format(
                Locale.ROOT,
                "A session with %d messages of 200 characters, 16 connections: **%.0f reads/s**, p50 %.2f ms, p99 %.2f ms.",
                messages,
                read.perSecond(),
                read.p50(),
                read.p99()));
    }

    void growth(int sessions, HttpLoad.Result list, HttpLoad.Result read, HttpLoad.Result create) {
        growth.append(printed(String.format(
                Locale.ROOT,
                "| %,d | %.0f (%.2f) | %.0f (%.2f) | %.0f (%.2f) |%n",
                sessions,
                list.perSecond(),
                list.p50(),
                read.perSecond(),
                read.p50(),
                create.perSecond(),
                create.p50())));
    }

    void write(Path file) throws IOException {
        Files.writeString(
                file, """
                # Benchmarks

                Written by `./mvnw -Pbenchmarks verify -DskipTests` (needs `pgbench`). Server, PostgreSQL, pgbench and load \
                generator share %d processors, so every figure includes the generator's share: compare ratios, not \
                absolutes. PostgreSQL runs with `fsync` and `synchronous_commit` on.

                ## Start-up
                %s

                ## Sessions created, committed, with the token checked, against pgbench doing the same statements
                | connections | pgbench/s | Parley over HTTP/s | ratio | p50 ms | p99 ms |
                |--:|--:|--:|--:|--:|--:|
                %s
                ## History
                %s

                ## Cost as the table grows
                Requests per second with 16 connections (p50 in ms).

                | sessions in the table | list | read | create |
                |--:|--:|--:|--:|
                %s""".formatted(Runtime.getRuntime().availableProcessors(), startUp, creates, history, growth));
    }

    private static String printed(String line) {
        System.out.println(line.strip());
        return line;
    }
}
