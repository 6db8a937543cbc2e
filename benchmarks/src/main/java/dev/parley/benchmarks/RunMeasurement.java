package dev.parley.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What is measured while all runs are answered. Some clients go away and come again meanwhile. */
final class RunMeasurement {

    private static final int RESUMES = 200;

    /** For how long a client that comes again is away. */
    private static final Duration AWAY = Duration.ofSeconds(1);

    private final Duration duration;
    private final Window window;
    private final RunClient client;
    private final RunMeter meter;
    private RunMeter.@Nullable Rates rates;
    private @Nullable RunMemory memory;

    RunMeasurement(Duration duration, Window window, RunClient client, RunMeter meter) {
        this.duration = duration;
        this.window = window;
        this.client = client;
        this.meter = meter;
    }

    RunMeter.Rates rates() {
        return Objects.requireNonNull(rates);
    }

    RunMemory memory() {
        return Objects.requireNonNull(memory);
    }

    void measure(List<RunLoad.Client> clients) throws Exception {
        window.open();
        RunMeter.Reading before = meter.read();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int resumes = Math.min(RESUMES, clients.size());
            List<Future<?>> resumed = IntStream.range(0, resumes)
                    .<Future<?>>mapToObj(i -> {
                        RunLoad.Client one = clients.get(i * clients.size() / resumes);
                        return threads.submit(() -> resume(one, resumeAt(i, resumes)));
                    })
                    .toList();
            Thread.sleep(duration);
            window.close();
            rates = meter.read().since(before);
            for (Future<?> one : resumed) {
                one.get();
            }
        }
        memory = RunMemory.atWork(meter.nodes());
    }

    /** All of them between a tenth and seven tenths of the time. */
    private Duration resumeAt(int number, int resumes) {
        return duration.dividedBy(10)
                .plus(duration.multipliedBy(6)
                        .dividedBy(10)
                        .multipliedBy(number)
                        .dividedBy(resumes));
    }

    private boolean resume(RunLoad.Client one, Duration pause) throws InterruptedException {
        Thread.sleep(pause);
        String lastEventId = client.readers().with(one::cut);
        if (lastEventId.isEmpty()) {
            return false;
        }
        Thread.sleep(AWAY);
        long asked = System.nanoTime();
        client.readers().with(() -> {
            one.reader.resume(asked);
            return true;
        });
        try {
            client.resume(one.run, lastEventId, one.reader);
        } catch (IOException e) {
            client.readers().fail(one.reader, e);
        }
        return true;
    }
}
