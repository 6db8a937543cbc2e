package dev.parley.application.event;

import dev.parley.application.event.EventWindow.EventBatch;
import dev.parley.application.event.RunLog.Tail;
import dev.parley.domain.shared.PageLimit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the events of one stream after those that the log has, inside a unit of work and with the stream's logging lock
 * held. A unit whose commit was not heard of may have committed all the same; what the log has is then found out here.
 */
public final class RunLogAppender {

    /** What this node has not seen logged yet is what it holds itself. */
    private static final PageLimit ALL = new PageLimit(Integer.MAX_VALUE, Long.MAX_VALUE);

    private final RunLog log;

    public RunLogAppender(RunLog log) {
        this.log = log;
    }

    /**
     * Appends what the stream has not logged, and more.
     *
     * @param more what the stream does not tell before it is committed
     */
    public Result append(RunStream stream, List<RunEvent> more) {
        while (true) {
            EventBatch unlogged = stream.unlogged(more);
            if (unlogged.isEmpty() || log.append(List.of(unlogged.batch())).isEmpty()) {
                return new Result(Outcome.APPENDED, more);
            }
            Result found = findOut(stream);
            if (found.outcome() != Outcome.APPENDED) {
                return found;
            }
        }
    }

    /**
     * Why a batch was refused: either what was to be written is there already, or another node has taken the run over.
     * APPENDED means that the stream now knows more of what is logged, and a shorter batch may do.
     */
    public Result findOut(RunStream stream) {
        long known = stream.loggedUpTo();
        long newest = stream.newest();
        Optional<Tail> tail =
                Optional.ofNullable(log.read(Map.of(stream.run(), known), ALL).get(stream.run()));
        if (tail.isEmpty()
                || tail.get().takenOverFrom() > 0
                || tail.get().events().isEmpty()) {
            return new Result(Outcome.FENCED_OFF, List.of());
        }
        List<SequencedEvent> ours = tail.get().events();
        stream.logged(ours.getLast().sequence());
        List<RunEvent> beyond = ours.stream()
                .filter(event -> event.sequence() > newest)
                .map(SequencedEvent::event)
                .toList();
        return new Result(beyond.isEmpty() ? Outcome.APPENDED : Outcome.THERE_ALREADY, beyond);
    }

    public enum Outcome {
        /** The log has it with this unit. */
        APPENDED,
        /** The log has it from an earlier unit. */
        THERE_ALREADY,
        /** The log is another node's. */
        FENCED_OFF
    }

    /**
     * What became of it.
     *
     * @param events those that the stream does not tell yet
     */
    public record Result(Outcome outcome, List<RunEvent> events) {}
}
