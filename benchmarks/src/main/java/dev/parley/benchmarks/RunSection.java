package dev.parley.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Prints what was measured of runs and makes a section of the page of it. */
final class RunSection {

    private static final String TITLE = "## Durable runs\n";

    private final RunSizes sizes;
    private final List<RunResult> results = new ArrayList<>();

    RunSection(RunSizes sizes) {
        this.sizes = sizes;
    }

    void add(RunResult result) {
        results.add(result);
        System.out.println(new RunSection(sizes, result).table());
        result.tokens().failures().forEach(System.out::println);
    }

    private RunSection(RunSizes sizes, RunResult result) {
        this(sizes);
        results.add(result);
    }

    /** Puts it in the place of the one that the page has, or of the last section. */
    void replaceIn(Path page) throws IOException {
        String text = Files.readString(page);
        int old = text.indexOf(TITLE);
        int begin = old < 0 ? text.lastIndexOf("\n## ") + 1 : old;
        int next = text.indexOf("\n## ", begin);
        int end = old < 0 ? begin : next < 0 ? text.length() : next + 1;
        Files.writeString(page, text.substring(0, begin) + text() + "\n" + text.substring(end));
    }

    /** The section, with its title. */
    String text() {
        return TITLE
                + """
                Runs at once, %d tokens a second each, from a scripted model and to clients that are one process, two threads \
                of which say and read all tokens, so that they share a clock and cost little. %d runs are begun a second, \
                behind a warm-up; then all are answered together for %d s, and that is the time in which is measured. \
                Every token says its number and when it was said; all tokens of all runs are counted, and \
                their way is held against the way from the same model to the same readers without Parley, quantile by quantile. \
                Read on the other node: begun in the background on one node, and read from another one \
                on the same PostgreSQL with `GET …/events`; the processors and the memory of both nodes are added up. \
                Commits are PostgreSQL's, of units that write and of units that read. \
                To resume is to come again with `Last-Event-ID` after a second, and takes until the first missed event is there. \
                The heap of a node is at most %s; what a run holds of it is counted without garbage. \
                Alone: `./mvnw -Pbenchmarks verify -DskipTests -Dparley.bench.part=runs`; \
                `-Dparley.bench.runs=50 -Dparley.bench.seconds=5` is a small size, which is printed only.

                %s
                """.formatted(
                                PacedModel.TOKENS_A_SECOND,
                                RunBenchmark.BEGUN_A_SECOND,
                                sizes.measured().toSeconds(),
                                RunBenchmark.HEAP,
                                table());
    }

    private String table() {
        return String.join(
                "\n",
                row(
                        "",
                        result -> whole(result.runs())
                                + (result.isReadElsewhere() ? " runs, read on the other node" : " runs")),
                row("---", result -> "--:"),
                row("tokens said", result -> whole((double) result.tokens().said())),
                row("tokens lost", result -> bold(result.tokens().lost())),
                row("tokens doubled", result -> bold(result.tokens().doubled())),
                row("tokens out of order", result -> bold(result.tokens().disordered())),
                row("runs not read to their end", result -> bold(result.tokens().failed())),
                row(
                        "runs answered at once, at least",
                        result -> whole(result.rates().speaking())),
                row("tokens read a second", result -> whole(result.rates().tokens())),
                row(
                        "ms from the model, without Parley, p50",
                        result -> ms(result.alone().p50())),
                row(
                        "ms from the model, without Parley, p99",
                        result -> ms(result.alone().p99())),
                row(
                        "ms from the model, through Parley, p50",
                        result -> ms(result.through().p50())),
                row(
                        "ms from the model, through Parley, p99",
                        result -> ms(result.through().p99())),
                row(
                        "added ms, p50",
                        result -> "**%s**"
                                .formatted(ms(
                                        result.through().p50() - result.alone().p50()))),
                row(
                        "added ms, p99",
                        result -> "**%s**"
                                .formatted(ms(
                                        result.through().p99() - result.alone().p99()))),
                row(
                        "ms by which the model itself was late, p99",
                        result -> ms(result.late().p99())),
                row("processors used by Parley", result -> cores(result.rates().servers())),
                row(
                        "processors used by PostgreSQL",
                        result -> cores(result.rates().database())),
                row(
                        "processors used by model and readers",
                        result -> cores(result.rates().generator())),
                row(
                        "memory of a run, KiB of the process",
                        result -> whole(result.memory().resident())),
                row(
                        "memory of a run, KiB of the heap",
                        result -> whole(result.memory().heap())),
                row("commits a second", result -> whole(result.rates().commits())),
                row("rows of the log a second", result -> whole(result.rates().logRows())),
                row("resumes", result -> whole(result.resumed().number())),
                row("ms to resume, p50", result -> ms(result.resumed().p50())),
                row("ms to resume, p99", result -> ms(result.resumed().p99())));
    }

    private String row(String name, Function<RunResult, String> cell) {
        return "| " + name + results.stream().map(cell).collect(Collectors.joining(" | ", " | ", " |"));
    }

    private static String whole(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    private static String bold(long number) {
        return String.format(Locale.ROOT, "**%,d**", number);
    }

    private static String ms(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    private static String cores(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
