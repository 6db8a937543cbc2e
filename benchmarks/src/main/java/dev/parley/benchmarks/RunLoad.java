package dev.parley.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Many runs at once: begins them at a rate, lets something be measured while all are answered, and awaits their ends. */
final class RunLoad {

    private static final Duration SETTLING = Duration.ofSeconds(1);
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final PacedModel model;
    private final RunReaders readers;
    private final RunReader.Measured measured;
    private final int begunASecond;
    private final Opening opening;

    /**
     * Makes a load.
     *
     * @param measured what the readers measure
     * @param begunASecond how many runs are begun a second
     * @param opening how a run is begun
     */
    RunLoad(PacedModel model, RunReaders readers, RunReader.Measured measured, int begunASecond, Opening opening) {
        this.model = model;
        this.readers = readers;
        this.measured = measured;
        this.begunASecond = begunASecond;
        this.opening = opening;
    }

    /**
     * Runs it.
     *
     * @param first the number of the first run
     * @param speaking how long all runs are answered together at the least
     * @param meanwhile what is done then
     * @return what became of each run
     */
    List<RunReader.Count> run(int first, int runs, Duration speaking, Meanwhile meanwhile) throws Exception {
        Duration beginning = Duration.ofSeconds(1).multipliedBy(runs).dividedBy(begunASecond);
        Duration answer = beginning.plus(SETTLING).plus(speaking);
        int tokens = Math.toIntExact(answer.toMillis() * PacedModel.TOKENS_A_SECOND / 1_000);
        List<Client> clients = new ArrayList<>();
        for (int run = first; run < first + runs; run++) {
            clients.add(new Client(run, PacedModel.wish(run, tokens), new RunReader(measured)));
        }
        begin(clients);
        Thread.sleep(SETTLING);
        meanwhile.measure(clients);
        awaitEnds(clients);
        return readers.with(() -> clients.stream()
                .map(client -> client.reader.count(model.said(client.run)))
                .toList());
    }

    private void begin(List<Client> clients) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> begun = new ArrayList<>();
            long start = System.nanoTime();
            for (Client client : clients) {
                begun.add(threads.submit(() -> begin(client)));
                long due = start + Duration.ofSeconds(1).toNanos() * begun.size() / begunASecond;
                Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
            }
            for (Future<?> one : begun) {
                one.get();
            }
        }
    }

    private void begin(Client client) {
        try {
            client.connection = opening.open(client.run, client.wish, client.reader);
        } catch (IOException e) {
            readers.fail(client.reader, e);
        }
    }

    private void awaitEnds(List<Client> clients) throws InterruptedException {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (!areOver(clients) && System.nanoTime() < deadline) {
            Thread.sleep(Duration.ofMillis(100));
        }
        readers.with(() -> {
            clients.stream().filter(client -> !client.reader.isOver()).forEach(client -> client.reader.fail("no end"));
            return true;
        });
    }

    private boolean areOver(List<Client> clients) {
        return readers.with(() -> clients.stream().allMatch(client -> client.reader.isOver()));
    }

    /** How a run is begun. */
    interface Opening {

        /**
         * Asks for an answer and lets a reader have it.
         *
         * @param wish what to say to the model
         */
        RunClient.Connection open(int run, String wish, RunReader reader) throws IOException;
    }

    /** What is done while all runs are answered. */
    interface Meanwhile {

        void measure(List<Client> clients) throws Exception;
    }

    /** One run's client. */
    static final class Client {

        final int run;
        final RunReader reader;
        private final String wish;
        private RunClient.@Nullable Connection connection;

        private Client(int run, String wish, RunReader reader) {
            this.run = run;
            this.wish = wish;
            this.reader = reader;
        }

        /**
         * Closes its connection, on the thread of the readers.
         *
         * @return the id of the last event that it has seen; empty where it has seen none or all, and stays
         */
        String cut() throws IOException {
            if (connection == null || reader.isOver()) {
                return "";
            }
            if (!reader.lastEventId().isEmpty()) {
                connection.channel().close();
            }
            return reader.lastEventId();
        }
    }
}
