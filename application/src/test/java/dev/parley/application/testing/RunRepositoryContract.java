package dev.parley.application.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunId;
import dev.parley.domain.run.RunReport;
import dev.parley.domain.run.TurnEnd;
import dev.parley.domain.run.Usage;
import dev.parley.domain.shared.Page;
import dev.parley.domain.shared.PageRequest;
import dev.parley.domain.usage.RunUsage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link dev.parley.domain.run.RunRepository} promises of runs that run and have run. */
public abstract class RunRepositoryContract extends RunContract {

    private static final Usage USAGE = new Usage("small", 12, 34, 5, 600, 7000);

    @Test
    void aRunComesBackAsItWasAdded() {
        Run run = added(runIn(conversation));

        assertThat(found(run)).contains(run);
        assertThat(read(() -> runs.lockRunning(run.id()))).contains(run);
        assertThat(read(() -> runs.running(conversation.id()))).contains(run);
    }

    @Test
    void aRunThatNobodyAddedIsNotFound() {
        RunId unknown = ids.run();

        assertThat(read(() -> runs.find(unknown))).isEmpty();
        assertThat(read(() -> runs.lockRunning(unknown))).isEmpty();
        assertThat(read(() -> runs.report(conversation.id(), unknown))).isEmpty();
    }

    @Test
    void aThreadHasOneRunningRun() {
        added(runIn(conversation));
        Run second = runIn(conversation);

        assertThat(add(second, NODE, LIVING)).isFalse();
        assertThat(found(second)).isEmpty();
    }

    @Test
    void aRunWhoseLeaseHasEndedStandsInTheWay() {
        Run dead = added(runIn(conversation), NODE, EXPIRED);

        assertThat(add(runIn(conversation), NODE, LIVING)).isFalse();
        assertThat(read(() -> runs.running(conversation.id()))).contains(dead);
    }

    @Test
    void aRunOvertakesNoneThatWaits() {
        queued(queuedIn(conversation));

        assertThat(add(runIn(conversation), NODE, LIVING)).isFalse();
    }

    @Test
    void anotherThreadRunsAtTheSameTime() {
        added(runIn(conversation));

        Run other = added(runIn(newConversation()));

        assertThat(found(other)).contains(other);
    }

    @Test
    void anEndedRunMakesRoomForTheNext() {
        Run first = saved(added(runIn(conversation)).failed("UPSTREAM_ERROR", LATER));

        Run second = added(runIn(conversation));

        assertThat(found(first)).contains(first);
        assertThat(read(() -> runs.running(conversation.id()))).contains(second);
    }

    @ParameterizedTest
    @EnumSource
    void aCompletedRunKeepsWhyTheTurnEnded(TurnEnd end) {
        Run run = saved(added(runIn(conversation)).completed(end, LATER));

        assertThat(found(run)).contains(run);
        assertThat(run.turnEnd()).isEqualTo(end);
    }

    @Test
    void anEndedRunIsFencedOff() {
        Run run = saved(added(runIn(conversation)).completed(null, LATER));

        assertThat(read(() -> runs.lockRunning(run.id()))).isEmpty();
        assertThat(read(() -> runs.running(conversation.id()))).isEmpty();
    }

    @Test
    void aRunIsReportedWithWhatItCost() {
        Run run = added(runIn(conversation));
        cost(run);

        assertThat(read(() -> runs.report(conversation.id(), run.id()))).contains(new RunReport(run, USAGE));
    }

    @Test
    void aRunOfUnknownCostIsReportedWithout() {
        Run run = saved(added(runIn(conversation)).cancelled(LATER));

        assertThat(read(() -> runs.report(conversation.id(), run.id()))).contains(new RunReport(run, null));
    }

    @Test
    void aRunIsReportedInItsOwnThreadOnly() {
        Run run = added(runIn(conversation));
        Conversation other = newConversation();

        assertThat(read(() -> runs.report(other.id(), run.id()))).isEmpty();
    }

    @Test
    void aThreadWithoutRunsHasAnEmptyPage() {
        added(runIn(newConversation()));

        assertThat(page(5, null)).isEqualTo(new Page<>(List.of(), false));
    }

    @Test
    void aPageHoldsTheNewestRunsFirst() {
        Run first = saved(added(runIn(conversation)).interrupted(LATER));
        Run second = added(runIn(conversation));
        Run third = queued(queuedIn(conversation)).run();
        cost(second);

        assertThat(page(3, null))
                .isEqualTo(new Page<>(
                        List.of(new RunReport(third, null), new RunReport(second, USAGE), new RunReport(first, null)),
                        false));
    }

    @Test
    void theNextPageGoesOnBehindTheLast() {
        Run first = saved(added(runIn(conversation)).completed(null, LATER));
        Run second = saved(added(runIn(conversation)).completed(null, LATER));
        Run third = saved(added(runIn(conversation)).completed(null, LATER));

        assertThat(page(2, null))
                .isEqualTo(new Page<>(List.of(new RunReport(third, null), new RunReport(second, null)), true));
        assertThat(page(2, second.id())).isEqualTo(new Page<>(List.of(new RunReport(first, null)), false));
        assertThat(page(2, first.id())).isEqualTo(new Page<>(List.of(), false));
    }

    @Test
    void behindARunThatTheThreadNeverHadThereIsNothing() {
        Run older = added(runIn(newConversation()));
        added(runIn(conversation));
        Run newer = added(runIn(newConversation()));

        for (RunId unknown : List.of(older.id(), newer.id(), ids.run())) {
            assertThat(page(2, unknown)).isEqualTo(new Page<>(List.of(), false));
        }
    }

    private void cost(Run run) {
        unitOfWork.run(() -> ports.usages().add(new RunUsage(run.id(), conversation.owner(), LATER, USAGE)));
    }

    private Page<RunReport> page(int limit, @Nullable RunId after) {
        return read(() -> runs.list(conversation.id(), new PageRequest<>(limit, after)));
    }
}
