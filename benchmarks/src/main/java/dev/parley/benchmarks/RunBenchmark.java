package dev.parley.benchmarks;

import dev.parley.benchmarks.server.Server;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures runs at once: what of their tokens arrives and when, on the node that answers and on another, and what it costs.
 * Alone, it is run by {@code ./mvnw -Pbenchmarks verify -DskipTests -Dparley.bench.part=runs}; see {@link RunSizes} for a
 * smaller size. The processes need some 11,000 open files each for 5,000 runs.
 */
final class RunBenchmark {

    /** The most heap of a node; 5,000 runs do not fit into what the other measurements give it. */
    static final String HEAP = "3g";

    /** How many runs are begun a second: more would measure how runs begin, and not how they go on. */
    static final int BEGUN_A_SECOND = 200;

    private static final int BEGUN_A_SECOND_ALONE = 1_000;

    /** A server that has just started has classes to load, and refuses what then waits for a connection for too long. */
    private static final int BEGUN_A_SECOND_COLD = 40;

    private static final int WARM_UP_RUNS = 200;
    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(5);
    private static final Duration LONGEST_ALONE = Duration.ofSeconds(5);

    /** What the runs go on for after the measurement, while the heap is looked at. */
    private static final Duration TAIL = Duration.ofSeconds(5);

    private final Path jar;
    private final Database database;
    private final RunSizes sizes;

    RunBenchmark(Path jar, Database database, RunSizes sizes) {
        this.jar = jar;
        this.database = database;
        this.sizes = sizes;
    }

    /** Measures everything, and prints it. */
    RunSection measure() throws Exception {
        RunSection section = new RunSection(sizes);
        for (int i = 0; i < sizes.runs().size(); i++) {
            section.add(measure(sizes.runs().get(i), false));
            if (i == 0) {
                section.add(measure(sizes.runs().get(i), true));
            }
        }
        return section;
    }

    private RunResult measure(int runs, boolean isReadElsewhere) throws Exception {
        Latencies.Quantiles alone = alone(runs);
        int warmUp = Math.min(runs, WARM_UP_RUNS);
        Window window = new Window();
        try (PacedModel model = new PacedModel(runs + warmUp, window);
                Server answering = Server.start(jar, withModel(database.environment(), model), HEAP)) {
            if (!isReadElsewhere) {
                return measure(new Scene(runs, warmUp, window, model, answering, answering), alone);
            }
            try (Server reading = Server.start(jar, withModel(database.environment(), model), HEAP)) {
                return measure(new Scene(runs, warmUp, window, model, answering, reading), alone);
            }
        }
    }

    /** The way of a token from the model to the same readers without Parley. */
    private Latencies.Quantiles alone(int runs) throws Exception {
        Window window = new Window();
        RunReader.Measured measured = new RunReader.Measured(window);
        Duration duration = shorter(sizes.measured(), LONGEST_ALONE);
        try (PacedModel model = new PacedModel(runs, window);
                RunReaders readers = new RunReaders()) {
            new RunLoad(
                            model,
                            readers,
                            measured,
                            BEGUN_A_SECOND_ALONE,
                            (run, wish, reader) -> RunClient.Connection.toModel(model, wish, readers, reader))
                    .run(0, runs, duration, clients -> {
                        window.open();
                        Thread.sleep(duration);
                        window.close();
                    });
        }
        return measured.underway.quantiles();
    }

    private RunResult measure(Scene scene, Latencies.Quantiles alone) throws Exception {
        database.fill(scene.runs + scene.warmUp);
        RunReader.Measured measured = new RunReader.Measured(scene.window);
        RunMeter meter = new RunMeter(scene.nodes(), database, scene.model, measured);
        try (RunReaders readers = new RunReaders()) {
            RunClient client = new RunClient(scene.answering, scene.reading, readers);
            RunLoad load = new RunLoad(scene.model, readers, measured, BEGUN_A_SECOND, client::begin);
            warmUp(new RunLoad(scene.model, readers, measured, BEGUN_A_SECOND_COLD, client::begin), scene);
            RunMemory idle = RunMemory.atRest(scene.nodes());
            RunMeasurement measurement = new RunMeasurement(sizes.measured(), scene.window, client, meter);
            List<RunReader.Count> counts =
                    load.run(0, scene.runs, sizes.measured().plus(TAIL), measurement::measure);
            return new RunResult(
                    scene.runs,
                    scene.isReadElsewhere(),
                    RunResult.Tokens.of(counts),
                    alone,
                    measured.underway.quantiles(),
                    measured.resumed.quantiles(),
                    scene.model.late(),
                    measurement.rates(),
                    measurement.memory().since(idle, scene.runs));
        }
    }

    private void warmUp(RunLoad load, Scene scene) throws Exception {
        Duration warmUp = shorter(sizes.measured(), LONGEST_WARM_UP);
        RunResult.Tokens tokens =
                RunResult.Tokens.of(load.run(scene.runs, scene.warmUp, warmUp, clients -> Thread.sleep(warmUp)));
        if (tokens.failed() > 0) {
            System.out.printf("%d runs of the warm-up failed: %s%n", tokens.failed(), tokens.failures());
        }
    }

    private static Map<String, String> withModel(Map<String, String> environment, PacedModel model) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("PARLEY_ASSISTANT_BASE_URL", "http://127.0.0.1:" + model.port() + "/v1");
        all.put("PARLEY_ASSISTANT_MODEL", "paced");
        return all;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /**
     * Where is measured.
     *
     * @param warmUp how many runs there are before those that are measured
     * @param reading the node that is read from, which may be the one that answers
     */
    private record Scene(int runs, int warmUp, Window window, PacedModel model, Server answering, Server reading) {

        boolean isReadElsewhere() {
            return !answering.equals(reading);
        }

        List<Server> nodes() {
            return isReadElsewhere() ? List.of(answering, reading) : List.of(answering);
        }
    }
}
