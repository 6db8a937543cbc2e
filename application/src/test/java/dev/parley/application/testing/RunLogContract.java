package dev.parley.application.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parley.application.event.RunEvent;
import dev.parley.application.event.RunLog;
import dev.parley.application.event.RunLog.Batch;
import dev.parley.application.event.RunLog.State;
import dev.parley.application.event.RunLog.Tail;
import dev.parley.application.event.SequencedEvent;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunId;
import dev.parley.domain.shared.PageLimit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every {@link RunLog} promises. */
public abstract class RunLogContract extends RunContract {

    private static final PageLimit ALL = new PageLimit(1_000_000, Long.MAX_VALUE);

    private final RunLog log = ports.log();
    private final Run run = added(runIn(conversation));

    @Test
    void aRunBeginsWithoutEvents() {
        assertThat(tail(run, 0)).isEqualTo(new Tail(List.of(), 0, State.OPEN));
    }

    @Test
    void eventsComeBackInOrder() {
        append(batch(run, 1, 3), batch(run, 4, 2));
        append(batch(run, 6, 1));

        assertThat(tail(run, 0)).isEqualTo(new Tail(events(1, 6), 0, State.OPEN));
    }

    @Test
    void aReaderBeginsInTheMiddleOfABatch() {
        append(batch(run, 1, 4));
        append(batch(run, 5, 4));

        assertThat(tail(run, 2).events()).isEqualTo(events(3, 8));
        assertThat(tail(run, 4).events()).isEqualTo(events(5, 8));
        assertThat(tail(run, 8).events()).isEmpty();
        assertThat(tail(run, 100).events()).isEmpty();
    }

    @Test
    void aReaderGetsWholeBatchesUntilItHasEnough() {
        append(batch(run, 1, 3), batch(run, 4, 3), batch(run, 7, 3));

        assertThat(tail(run, 0, 1).events()).isEqualTo(events(1, 3));
        assertThat(tail(run, 0, 3).events()).isEqualTo(events(1, 3));
        assertThat(tail(run, 1, 3).events()).isEqualTo(events(2, 6));
        assertThat(tail(run, 0, 9).events()).isEqualTo(events(1, 9));
    }

    @Test
    void severalRunsAreReadAtOnce() {
        Run other = added(runIn(newConversation()));
        append(batch(run, 1, 2), batch(other, 1, 3));

        Map<RunId, Tail> tails = read(() -> log.read(Map.of(run.id(), 1L, other.id(), 2L, ids.run(), 0L), ALL));

        assertThat(tails)
                .isEqualTo(Map.of(
                        run.id(), new Tail(events(2, 2), 0, State.OPEN),
                        other.id(), new Tail(events(3, 3), 0, State.OPEN)));
    }

    @Test
    void readingNothingFindsNothing() {
        assertThat(read(() -> log.read(Map.of(), ALL))).isEmpty();
    }

    @Test
    void appendingNothingRefusesNothing() {
        assertThat(append()).isEmpty();
    }

    @Test
    void whoeverComesSecondToAPlaceIsRefusedAsAWhole() {
        append(batch(run, 1, 2));

        assertThat(append(new Batch(run.id(), 1, List.of(said(7), said(8), said(9)))))
                .containsExactly(run.id());
        assertThat(tail(run, 0).events()).isEqualTo(events(1, 2));
    }

    @Test
    void aRefusedBatchDoesNotHoldUpAnothersRun() {
        Run other = added(runIn(newConversation()));
        append(batch(run, 1, 2));

        assertThat(append(batch(run, 1, 1), batch(other, 1, 1))).containsExactly(run.id());
        assertThat(tail(other, 0).events()).isEqualTo(events(1, 1));
    }

    @Test
    void aRunThatIsGoneTakesNothing() {
        Run gone = runIn(conversation);

        assertThat(append(batch(gone, 1, 1))).containsExactly(gone.id());
    }

    @Test
    void withTheThreadGoesTheLog() {
        append(batch(run, 1, 1));

        unitOfWork.run(() -> ports.conversations().delete(conversation));

        assertThat(append(batch(run, 2, 1))).containsExactly(run.id());
        assertThat(read(() -> log.read(Map.of(run.id(), 0L), ALL))).isEmpty();
    }

    @Test
    void aUnitThatFailsAppendsNothing() {
        assertThat(catchThrowable(() -> unitOfWork.run(() -> {
                    log.append(List.of(batch(run, 1, 1)));
                    throw new IllegalStateException("failed");
                })))
                .hasMessage("failed");

        assertThat(tail(run, 0).events()).isEmpty();
    }

    @Test
    void theLastEventsMayComeWithTheEndOfTheRun() {
        append(batch(run, 1, 1));

        unitOfWork.run(() -> {
            runs.save(run.completed(null, LATER));
            assertThat(log.append(List.of(batch(run, 2, 1)))).isEmpty();
        });

        assertThat(tail(run, 0)).isEqualTo(new Tail(events(1, 2), 0, State.ENDED));
    }

    @Test
    void aWaitingRunHasNotBegun() {
        Run waiting = queued(queuedIn(conversation)).run();

        assertThat(tail(waiting, 0)).isEqualTo(new Tail(List.of(), 0, State.WAITING));
    }

    @Test
    void anEndedRunHasEndedOnlyBehindItsLastEvent() {
        append(batch(run, 1, 2), batch(run, 3, 2));
        saved(run.completed(null, LATER));

        assertThat(tail(run, 0, 1)).isEqualTo(new Tail(events(1, 2), 0, State.OPEN, true));
        assertThat(tail(run, 2, 2)).isEqualTo(new Tail(events(3, 4), 0, State.ENDED));
        assertThat(tail(run, 4, 1)).isEqualTo(new Tail(List.of(), 0, State.ENDED));
    }

    @Test
    void noMoreIsReadAtATimeThanItsBytesAllowButAlwaysABatch() {
        append(batch(run, 1, 2), batch(run, 3, 2), batch(run, 5, 1));
        saved(run.completed(null, LATER));

        assertThat(tail(run, 0, new PageLimit(512, 1))).isEqualTo(new Tail(events(1, 2), 0, State.OPEN, true));
        assertThat(tail(run, 1, new PageLimit(512, 1))).isEqualTo(new Tail(events(2, 2), 0, State.OPEN, true));
        assertThat(tail(run, 2, new PageLimit(512, 1))).isEqualTo(new Tail(events(3, 4), 0, State.OPEN, true));
        assertThat(tail(run, 4, new PageLimit(512, 1))).isEqualTo(new Tail(events(5, 5), 0, State.ENDED));
    }

    @Test
    void whatIsTakenOverIsTold() {
        append(batch(run, 1, 2));

        assertThat(takeOver(batch(run, 3, 2))).isTrue();

        List<SequencedEvent> expected = List.of(
                new SequencedEvent(2, false, said(2)),
                new SequencedEvent(3, true, said(3)),
                new SequencedEvent(4, true, said(4)));
        assertThat(tail(run, 1)).isEqualTo(new Tail(expected, 3, State.OPEN));
        assertThat(tail(run, 4)).isEqualTo(new Tail(List.of(), 3, State.OPEN));
    }

    @Test
    void aWriterWhoseRunWasTakenOverIsRefused() {
        takeOver(batch(run, 1, 1));

        assertThat(append(batch(run, 1, 3))).containsExactly(run.id());
    }

    @Test
    void nothingIsTakenOverFromAWriterThatGoesOn() {
        append(batch(run, 1, 2));

        assertThat(takeOver(new Batch(run.id(), 1, List.of(said(9))))).isFalse();
        assertThat(tail(run, 0)).isEqualTo(new Tail(events(1, 2), 0, State.OPEN));
    }

    @Test
    void nothingIsTakenOverFromARunThatIsGone() {
        assertThat(takeOver(batch(runIn(conversation), 1, 1))).isFalse();
    }

    @Test
    void oldLogsAreForgotten() {
        append(batch(run, 1, 2));
        saved(run.completed(null, LATER));

        assertThat(prune(LATER, 10)).isZero();
        assertThat(prune(LATER.plusMillis(1), 10)).isEqualTo(1);

        assertThat(tail(run, 0)).isEqualTo(new Tail(List.of(), 0, State.PRUNED));
        assertThat(found(run)).contains(run.completed(null, LATER));
        assertThat(prune(LATER.plusMillis(1), 10)).isZero();
    }

    @Test
    void aForgottenLogTakesNothingMore() {
        saved(run.completed(null, LATER));
        prune(LATER.plusMillis(1), 10);

        assertThat(append(batch(run, 1, 1))).containsExactly(run.id());
        assertThat(takeOver(batch(run, 1, 1))).isFalse();
    }

    @Test
    void theLogOfARunThatGoesOnIsKept() {
        append(batch(run, 1, 2));

        assertThat(prune(LATER, 10)).isZero();
        assertThat(tail(run, 0).events()).hasSize(2);
    }

    @Test
    void theOldestAreForgottenFirst() {
        Run newer = saved(run.completed(null, LATER.plusSeconds(1)));
        Run older = saved(added(runIn(conversation)).completed(null, LATER));

        assertThat(prune(LATER.plusSeconds(9), 1)).isEqualTo(1);

        assertThat(tail(older, 0).state()).isEqualTo(State.PRUNED);
        assertThat(tail(newer, 0).state()).isEqualTo(State.ENDED);
    }

    private Set<RunId> append(Batch... batches) {
        return read(() -> log.append(List.of(batches)));
    }

    private boolean takeOver(Batch batch) {
        return read(() -> log.takeOver(batch));
    }

    private int prune(Instant before, int maximum) {
        return read(() -> log.prune(before, maximum));
    }

    private Tail tail(Run of, long position) {
        return tail(of, position, ALL);
    }

    private Tail tail(Run of, long position, int maximum) {
        return tail(of, position, new PageLimit(maximum, Long.MAX_VALUE));
    }

    private Tail tail(Run of, long position, PageLimit limit) {
        Map<RunId, Tail> tails = read(() -> log.read(Map.of(of.id(), position), limit));
        return Optional.ofNullable(tails.get(of.id())).orElseThrow();
    }

    /** Events that each say their place. */
    private static Batch batch(Run run, long first, int size) {
        return new Batch(
                run.id(),
                first,
                LongStream.range(first, first + size)
                        .mapToObj(RunLogContract::said)
                        .toList());
    }

    private static List<SequencedEvent> events(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(sequence -> new SequencedEvent(sequence, false, said(sequence)))
                .toList();
    }

    private static RunEvent said(long sequence) {
        return new RunEvent.Progress(null, "step " + sequence);
    }
}
