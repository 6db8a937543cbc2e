package dev.parley.web.testing;

import dev.parley.application.event.RunStreams;
import dev.parley.application.run.RunLogFlusher;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Writes and reads the log as often as a server does. */
final class RunClock implements AutoCloseable {

    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());

    RunClock(RunLogFlusher writer, RunStreams streams) {
        ScheduledFuture<?> unused = schedule.scheduleWithFixedDelay(
                () -> {
                    writer.flush();
                    streams.poll();
                },
                0,
                RunLogFlusher.PAUSE.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        schedule.shutdownNow();
    }
}
