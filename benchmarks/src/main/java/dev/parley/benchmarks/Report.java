package dev.parley.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints what was measured and writes it as a page. */
final class Report {

    private static final double AIM = 0.5;

    private final String postgres;
    private final String pgbench;
    private final List<String> startUps = new ArrayList<>();
    private final List<String> creates = new ArrayList<>();
    private final List<String> growth = new ArrayList<>();
    private double lowestRatio = Double.MAX_VALUE;
    private String history = "";
    private String streams = "";
    private String runs = "";
    private @Nullable Growth small;

    Report(String postgres, String pgbench) {
        this.postgres = postgres;
        this.pgbench = pgbench;
    }

    void startUp(String where, Duration duration) {
        startUps.add(line(String.format(Locale.ROOT, "| %s | %.1f |", where, duration.toMillis() / 1e3)));
    }

    void creates(int connections, Comparison comparison) {
        lowestRatio = Math.min(lowestRatio, comparison.ratio());
        creates.add(line(String.format(
                Locale.ROOT,
                "| %d | %.0f | %.0f | **%.2f** | %.2f | %.2f |",
                connections,
                comparison.pgbench(),
                comparison.http().perSecond(),
                comparison.ratio(),
                comparison.http().p50(),
                comparison.http().p99())));
    }

    void history(int messages, Comparison comparison) {
        history = line(String.format(
                Locale.ROOT,
                "| %d | %.0f | %.0f | **%.2f** | %.2f | %.2f |",
                messages,
                comparison.pgbench(),
                comparison.http().perSecond(),
                comparison.ratio(),
                comparison.http().p50(),
                comparison.http().p99()));
    }

    void streams(Streams.One one, Streams.Many many) {
        streams = line(String.format(
                Locale.ROOT,
                """
                | one stream | |
                |---|--:|
                | µs a token, the model alone | %.1f |
                | µs a token, through Parley | %.1f |
                | added | **%.1f** |
                | tokens a second | %.0f |

                | %,d streams of ten tokens a second | |
                |---|--:|
                | seconds of a stream that the model makes in %.1f | **%.1f** |
                | processors used by the server | %.2f |
                | memory of the server for a stream, KiB | %.0f |""",
                one.alone(),
                one.through(),
                one.through() - one.alone(),
                1e6 / one.through(),
                many.streams(),
                ModelServer.SLOW.pause().multipliedBy(ModelServer.SLOW.tokens()).toMillis() / 1e3,
                many.seconds(),
                many.cores(),
                many.kilobytes()));
    }

    void runs(RunSection section) {
        runs = section.text();
    }

    /** Records the cost in a table of some size; the first one is what later ones are compared with. */
    void growth(int sessions, HttpLoad.Result list, HttpLoad.Result read, HttpLoad.Result create) {
        Growth measured = new Growth(list.p50(), read.p50(), create.p50());
        growth.add(line(String.format(
                Locale.ROOT,
                "| %,d | %.2f | %.2f | %.2f |",
                sessions,
                measured.list(),
                measured.read(),
                measured.create())));
        if (small == null) {
            small = measured;
        } else {
            growth.add(line(String.format(
                    Locale.ROOT,
                    "| ratio | **%.2f** | **%.2f** | **%.2f** |",
                    measured.list() / small.list(),
                    measured.read() / small.read(),
                    measured.create() / small.create())));
        }
    }

    void write(Path file) throws IOException {
        Files.writeString(file, """
                # Benchmarks

                Written by `./mvnw -Pbenchmarks verify -DskipTests`, which needs `pgbench`. Server, PostgreSQL, pgbench and \
                load generator share %d processors, so every figure pays for the generator too: compare ratios, not \
                absolutes. Parley runs with its defaults, but for the limits. PostgreSQL %s with `fsync` and `synchronous_commit` on, %s, Java %s on %s %s.

                ## Sessions created
                Over HTTP with the token checked, each answered after its commit, against pgbench doing the same statements \
                in as many round trips on the same PostgreSQL. Measured in turns, each from the same table; medians of \
                three.

                | connections | pgbench/s | Parley/s | ratio | p50 ms | p99 ms |
                |--:|--:|--:|--:|--:|--:|
                %s

                %s

                ## A history read
                Messages of 200 characters, 16 connections, against pgbench reading the same rows.

                | messages | pgbench/s | Parley/s | ratio | p50 ms | p99 ms |
                |--:|--:|--:|--:|--:|--:|
                %s

                ## Cost as the table grows
                Median latency in ms over 16 connections; every listed user has ten sessions. The creates themselves add \
                some thousands of sessions to the table.

                | sessions in the table | list | read | create |
                |--:|--:|--:|--:|
                %s

                ## Streams
                A scripted model on the same machine, whose answers Parley passes on over server-sent events, word by word.

                %s

                %s
                ## Start-up
                From the start of the process until it is ready.

                | with | seconds |
                |---|--:|
                %s
                """.formatted(
                        Runtime.getRuntime().availableProcessors(),
                        postgres,
                        pgbench,
                        Runtime.version(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        String.join("\n", creates),
                        verdict(),
                        history,
                        String.join("\n", growth),
                        streams,
                        runs,
                        String.join("\n", startUps)));
    }

    private String verdict() {
        return line(String.format(
                Locale.ROOT,
                "The lowest ratio is %.2f; the aim of at least %.1f is %s.",
                lowestRatio,
                AIM,
                lowestRatio >= AIM ? "met" : "missed"));
    }

    private static String line(String line) {
        System.out.println(line);
        return line;
    }

    /** Median latencies in ms. */
    private record Growth(double list, double read, double create) {}
}
