package dev.parley.application.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.run.QueuedRun;
import dev.parley.domain.run.Requester;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunId;
import dev.parley.domain.run.RunOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link dev.parley.domain.run.RunRepository} promises of runs that wait. */
public abstract class RunQueueContract extends RunContract {

    @Test
    void aWaitingRunComesBackAsItWasAdded() {
        QueuedRun waiting = queued(queuedIn(conversation));

        assertThat(found(waiting.run())).contains(waiting.run());
        assertThat(read(() -> runs.lockQueued(waiting.run().id()))).contains(waiting.run());
        assertThat(read(() -> runs.lockNext(conversation.id()))).contains(waiting);
    }

    @Test
    void aWaitingRunIsAnsweredForTheClientThatAskedForIt() {
        QueuedRun waiting =
                queued(queuedIn(conversation, ids.run(), new RunOptions("en", false, true, Requester.UNKNOWN)));

        assertThat(read(() -> runs.lockNext(conversation.id()))).contains(waiting);
    }

    @Test
    void aWaitingRunKeepsWhoCausedIt() {
        Requester requester = new Requester(
                "u-17",
                "https://id.example.org",
                Map.of("tenant", "a \"b\"", "roles", "[\"reader\",1]"),
                Map.of("plan", "free"));
        QueuedRun waiting = queued(queuedIn(conversation, ids.run(), new RunOptions("en", false, true, requester)));

        QueuedRun next = read(() -> runs.lockNext(conversation.id())).orElseThrow();

        assertThat(next).isEqualTo(waiting);
        assertThat(next.options().requester().claims()).containsEntry("roles", "[\"reader\",1]");
    }

    @Test
    void waitingRunsOfAllConversationsAreCounted() {
        long before = read(() -> runs.countWaiting());
        Run begun = queued(queuedIn(conversation)).run();
        queued(queuedIn(newConversation()));

        assertThat(read(() -> runs.countWaiting())).isEqualTo(before + 2);

        saved(begun.cancelled(LATER));
        assertThat(read(() -> runs.countWaiting())).isEqualTo(before + 1);
    }

    @Test
    void aWaitingRunDoesNotRun() {
        RunId waiting = queued(queuedIn(conversation)).run().id();

        assertThat(read(() -> runs.lockRunning(waiting))).isEmpty();
        assertThat(read(() -> runs.running(conversation.id()))).isEmpty();
    }

    @Test
    void runsWaitInTheOrderInWhichTheyCameWhateverTheirIds() {
        RunId smaller = ids.run();
        RunId greater = ids.run();
        queued(queuedIn(conversation, greater));
        queued(queuedIn(conversation, smaller));
        queued(queuedIn(newConversation()));

        assertThat(read(() -> runs.waiting(conversation.id()))).containsExactly(greater, smaller);
    }

    @Test
    void theOldestIsNext() {
        QueuedRun first = queued(queuedIn(conversation));
        QueuedRun second = queued(queuedIn(conversation));
        saved(first.run().cancelled(LATER));

        assertThat(read(() -> runs.lockNext(conversation.id()))).contains(second);
    }

    @Test
    void noneIsNextWhileAnotherRuns() {
        Run running = added(runIn(conversation), NODE, EXPIRED);
        QueuedRun waiting = queued(queuedIn(conversation));

        assertThat(read(() -> runs.lockNext(conversation.id()))).isEmpty();

        saved(running.completed(null, LATER));
        assertThat(read(() -> runs.lockNext(conversation.id()))).contains(waiting);
    }

    @Test
    void noneIsNextWhereNoneWaits() {
        queued(queuedIn(newConversation()));

        assertThat(read(() -> runs.lockNext(conversation.id()))).isEmpty();
    }

    @Test
    void aRunThatBeginsWaitsNoLonger() {
        QueuedRun waiting = queued(queuedIn(conversation));

        Run run = begun(waiting);

        assertThat(found(run)).contains(run);
        assertThat(read(() -> runs.lockRunning(run.id()))).contains(run);
        assertThat(read(() -> runs.lockQueued(run.id()))).isEmpty();
        assertThat(read(() -> runs.waiting(conversation.id()))).isEmpty();
    }

    @Test
    void aRunThatHasWaitedIsLeased() {
        begun(queued(queuedIn(conversation)));

        assertThat(read(() -> runs.abandoned(10))).isEmpty();
    }

    @Test
    void aRunMayEndWithoutHavingBegun() {
        QueuedRun waiting = queued(queuedIn(conversation));

        Run cancelled = saved(waiting.run().cancelled(LATER));

        assertThat(found(cancelled)).contains(cancelled);
        assertThat(read(() -> runs.lockQueued(cancelled.id()))).isEmpty();
        assertThat(read(() -> runs.waiting(conversation.id()))).isEmpty();
    }

    @Test
    void aThreadIsStalledWhereRunsWaitAndNoneRuns() {
        queued(queuedIn(conversation));
        queued(queuedIn(conversation));
        Conversation going = newConversation();
        added(runIn(going));
        queued(queuedIn(going));
        added(runIn(newConversation()));

        assertThat(read(() -> runs.stalled(10))).containsExactly(conversation.id());
    }

    @Test
    void noMoreStalledThreadsAreToldThanAskedFor() {
        queued(queuedIn(conversation));
        queued(queuedIn(newConversation()));

        assertThat(read(() -> runs.stalled(1))).hasSize(1);
        assertThat(read(() -> runs.stalled(2))).hasSize(2);
    }

    @Test
    void withTheThreadGoWhatWaitsInIt() {
        QueuedRun waiting = queued(queuedIn(conversation));

        unitOfWork.run(() -> ports.conversations().delete(conversation));

        assertThat(found(waiting.run())).isEmpty();
        assertThat(read(() -> runs.stalled(10))).isEqualTo(List.of());
    }
}
