package dev.parley.application.run;

import dev.parley.application.event.EventWindow.EventBatch;
import dev.parley.application.event.RunLog;
import dev.parley.application.event.RunLogAppender;
import dev.parley.application.event.RunLogAppender.Outcome;
import dev.parley.application.event.RunStream;
import dev.parley.application.event.RunStreams;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.run.RunId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Writes what this node's runs have said to the log, many runs in one unit, so that neither tokens nor runs cost commits.
 * Nobody waits for it.
 */
@UseCase
public final class RunLogFlusher {

    /** How long after the end of a {@link #flush} the next one is wanted: so many commits a second at most. */
    public static final Duration PAUSE = Duration.ofMillis(50);

    private static final int RUNS_IN_A_UNIT = 1000;

    private final UnitOfWork unitOfWork;
    private final RunLog log;
    private final RunLogAppender streamLog;
    private final RunStreams streams;
    private final Consumer<RunId> fencedOff;

    public RunLogFlusher(UnitOfWork unitOfWork, RunLog log, RunStreams streams, RunEngine engine) {
        this.unitOfWork = unitOfWork;
        this.log = log;
        this.streamLog = new RunLogAppender(log);
        this.streams = streams;
        this.fencedOff = engine::fenceOff;
    }

    /**
     * Writes what there is.
     *
     * @throws dev.parley.application.shared.SystemFailure if the log cannot be written; nothing is lost by that
     */
    public void flush() {
        List<RunStream> behind =
                streams.local().stream().filter(RunStream::hasUnlogged).toList();
        for (int from = 0; from < behind.size(); from += RUNS_IN_A_UNIT) {
            flush(behind.subList(from, Math.min(behind.size(), from + RUNS_IN_A_UNIT)));
        }
    }

    /** Leaves those out that their run is writing itself. */
    private void flush(List<RunStream> behind) {
        List<RunStream> held = new ArrayList<>();
        try {
            behind.stream().filter(stream -> stream.logging().tryLock()).forEach(held::add);
            write(held);
        } finally {
            held.forEach(stream -> stream.logging().unlock());
        }
    }

    private void write(List<RunStream> held) {
        List<RunStream> streamsOfBatches = new ArrayList<>();
        List<EventBatch> batches = new ArrayList<>();
        for (RunStream stream : held) {
            EventBatch unlogged = stream.unlogged(List.of());
            if (!unlogged.isEmpty()) {
                streamsOfBatches.add(stream);
                batches.add(unlogged);
            }
        }
        if (batches.isEmpty()) {
            return;
        }
        Set<RunId> refused = unitOfWork.execute(
                () -> log.append(batches.stream().map(EventBatch::batch).toList()));
        for (int i = 0; i < batches.size(); i++) {
            if (refused.contains(batches.get(i).run())) {
                settle(streamsOfBatches.get(i));
            } else {
                streamsOfBatches.get(i).logged(batches.get(i).last());
            }
        }
    }

    private void settle(RunStream stream) {
        if (unitOfWork.read(() -> streamLog.findOut(stream)).outcome() == Outcome.FENCED_OFF) {
            fencedOff.accept(stream.run());
        }
    }
}
