package dev.parley.application.event;

import dev.parley.application.event.RunLog.State;
import dev.parley.application.event.RunLog.Tail;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.run.RunId;
import dev.parley.domain.shared.PageLimit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The runs that this node shows to readers: those that run here, and those that are followed in the log. */
@UseCase
public final class RunStreams {

    /** The events of a run that are read from the log at a time. */
    public static final PageLimit PAGE = new PageLimit(512, 256 * 1024);

    /** Runs that are read at a time. */
    private static final int RUNS = 32;

    private final UnitOfWork unitOfWork;
    private final RunLog log;
    private final Map<RunId, RunStream> local = new ConcurrentHashMap<>();
    private final Map<RunId, Followed> followed = new ConcurrentHashMap<>();
    private volatile boolean closed;

    public RunStreams(UnitOfWork unitOfWork, RunLog log) {
        this.unitOfWork = unitOfWork;
        this.log = log;
    }

    public void addLocal(RunStream stream) {
        local.put(stream.run(), stream);
    }

    public void removeLocal(RunStream stream) {
        local.remove(stream.run(), stream);
    }

    public Optional<RunStream> local(RunId run) {
        return Optional.ofNullable(local.get(run));
    }

    public Collection<RunStream> local() {
        return local.values();
    }

    /** Whether readers have to go to another node. */
    boolean isClosed() {
        return closed;
    }

    /** Reads on after a position; empty where there is no such run. */
    Optional<Tail> read(RunId run, long position) {
        return Optional.ofNullable(
                unitOfWork.read(() -> log.read(Map.of(run, position), PAGE)).get(run));
    }

    /**
     * A stream of a run that does not run here, for one more reader who has seen all up to a position.
     *
     * @throws dev.parley.application.shared.SystemFailure if the log cannot be read; nothing is followed then
     */
    public RunStream follow(RunId run, long position) {
        RunStream stream =
                followed
                        .compute(run, (id, known) -> known == null ? new Followed(id, position) : known.withOneMore())
                        .stream();
        try {
            poll(List.of(stream));
        } catch (RuntimeException e) {
            unfollow(stream);
            throw e;
        }
        return stream;
    }

    /** Ends what {@link #follow} began. */
    void unfollow(RunStream stream) {
        followed.computeIfPresent(stream.run(), (id, known) -> known.stream() == stream ? known.withOneLess() : known);
    }

    /** Reads what is new in the log of the followed runs; called when nodes have written, and every second or so. */
    public void poll() {
        poll(followed.values().stream().map(Followed::stream).toList());
    }

    /** Sends the readers to other nodes, because this one stops. */
    public void close() {
        closed = true;
        followed.values().forEach(reader -> reader.stream().lose());
    }

    private void poll(List<RunStream> streams) {
        List<RunStream> waiting = streams;
        while (!waiting.isEmpty()) {
            waiting = IntStream.rangeClosed(0, (waiting.size() - 1) / RUNS)
                    .mapToObj(part(waiting))
                    .flatMap(part -> feed(part).stream())
                    .toList();
        }
    }

    /** Returns those that have more than was read. */
    private List<RunStream> feed(List<RunStream> streams) {
        Map<RunId, Long> positions = new HashMap<>();
        streams.forEach(stream -> positions.put(stream.run(), stream.newest()));
        Map<RunId, Tail> tails = unitOfWork.read(() -> log.read(positions, PAGE));
        streams.forEach(stream -> feed(stream, tails.get(stream.run())));
        return streams.stream()
                .filter(stream -> tails.containsKey(stream.run())
                        && tails.get(stream.run()).hasMore())
                .toList();
    }

    private static IntFunction<List<RunStream>> part(List<RunStream> all) {
        return number -> all.subList(number * RUNS, Math.min(all.size(), (number + 1) * RUNS));
    }

    private static void feed(RunStream stream, @Nullable Tail tail) {
        stream.feed(tail == null ? new Tail(List.of(), 0, State.ENDED) : tail);
    }

    /** A stream and the number of its readers. */
    private record Followed(RunStream stream, int readers) {

        Followed(RunId run, long position) {
            this(RunStream.followed(run, position), 1);
        }

        Followed withOneMore() {
            return new Followed(stream, readers + 1);
        }

        @Nullable Followed withOneLess() {
            return readers == 1 ? null : new Followed(stream, readers - 1);
        }
    }
}
