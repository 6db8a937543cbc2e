package dev.parley.application.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.run.Node;
import dev.parley.domain.run.Run;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link dev.parley.domain.run.RunRepository} promises of leases, nodes and requests to stop. */
public abstract class RunLeaseContract extends RunContract {

    private static final Node RESTARTED = new Node(NODE.name(), UUID.randomUUID());
    private static final Node OTHER = new Node("other", UUID.randomUUID());

    @Test
    void aRunIsAbandonedWhenItsLeaseHasEnded() {
        Run dead = added(runIn(conversation), NODE, EXPIRED);
        Conversation livingOne = newConversation();
        added(runIn(livingOne));

        assertThat(read(() -> runs.abandoned(10))).containsExactly(conversation.id());
        assertThat(read(() -> runs.lockAbandoned(conversation.id()))).contains(dead);
        assertThat(read(() -> runs.lockAbandoned(livingOne.id()))).isEmpty();
    }

    @Test
    void anEndedRunIsNotAbandoned() {
        saved(added(runIn(conversation), NODE, EXPIRED).completed(null, LATER));

        assertThat(read(() -> runs.abandoned(10))).isEmpty();
        assertThat(read(() -> runs.lockAbandoned(conversation.id()))).isEmpty();
    }

    @Test
    void aWaitingRunIsNotAbandoned() {
        queued(queuedIn(conversation));

        assertThat(read(() -> runs.abandoned(10))).isEmpty();
        assertThat(read(() -> runs.lockAbandoned(conversation.id()))).isEmpty();
    }

    @Test
    void aRenewedLeaseLives() {
        Run run = added(runIn(conversation), NODE, EXPIRED);

        unitOfWork.run(() -> runs.renewLeases(Set.of(run.id()), LIVING));

        assertThat(read(() -> runs.abandoned(10))).isEmpty();
    }

    @Test
    void onlyTheGivenLeasesAreRenewed() {
        Run run = added(runIn(conversation), NODE, EXPIRED);
        Conversation forgotten = newConversation();
        added(runIn(forgotten), NODE, EXPIRED);

        unitOfWork.run(() -> runs.renewLeases(Set.of(run.id()), LIVING));

        assertThat(read(() -> runs.abandoned(10))).containsExactly(forgotten.id());
    }

    @Test
    void renewingNothingOrWhatHasEndedChangesNothing() {
        Run run = saved(added(runIn(conversation)).completed(null, LATER));

        unitOfWork.run(() -> runs.renewLeases(Set.of(), LIVING));
        unitOfWork.run(() -> runs.renewLeases(Set.of(run.id()), LIVING));

        assertThat(found(run)).contains(run);
    }

    @Test
    void noMoreAbandonedThreadsAreToldThanAskedFor() {
        added(runIn(conversation), NODE, EXPIRED);
        added(runIn(newConversation()), NODE, EXPIRED);

        assertThat(read(() -> runs.abandoned(1))).hasSize(1);
        assertThat(read(() -> runs.abandoned(2))).hasSize(2);
    }

    @Test
    void aNodeThatStartsAgainFindsWhatItHasLeft() {
        Run left = added(runIn(conversation));
        Conversation elsewhere = newConversation();
        added(runIn(elsewhere), OTHER, LIVING);

        assertThat(read(() -> runs.leftOver(RESTARTED))).containsExactly(conversation.id());
        assertThat(read(() -> runs.lockLeftOver(conversation.id(), RESTARTED))).contains(left);
        assertThat(read(() -> runs.lockLeftOver(elsewhere.id(), RESTARTED))).isEmpty();
    }

    @Test
    void whatThisStartOfANodeRunsIsNotLeftOver() {
        added(runIn(conversation));

        assertThat(read(() -> runs.leftOver(NODE))).isEmpty();
        assertThat(read(() -> runs.lockLeftOver(conversation.id(), NODE))).isEmpty();
    }

    @Test
    void aRunThatHasWaitedIsLeftByTheNodeThatBeganIt() {
        begun(queued(queuedIn(conversation)));

        assertThat(read(() -> runs.leftOver(RESTARTED))).containsExactly(conversation.id());
        assertThat(read(() -> runs.leftOver(NODE))).isEmpty();
    }

    @Test
    void anEndedRunIsNotLeftOver() {
        saved(added(runIn(conversation)).completed(null, LATER));

        assertThat(read(() -> runs.leftOver(RESTARTED))).isEmpty();
        assertThat(read(() -> runs.lockLeftOver(conversation.id(), RESTARTED))).isEmpty();
    }

    @Test
    void aRunIsAskedToStop() {
        Run run = added(runIn(conversation));
        Run other = added(runIn(newConversation()));

        assertThat(requestCancel(run)).isTrue();

        assertThat(read(runs::cancelRequested)).containsExactly(run.id());
        assertThat(read(() -> runs.isCancelRequested(run.id()))).isTrue();
        assertThat(read(() -> runs.isCancelRequested(other.id()))).isFalse();
    }

    @Test
    void aRunMayBeAskedToStopAgain() {
        Run run = added(runIn(conversation));
        requestCancel(run);

        assertThat(requestCancel(run)).isTrue();
        assertThat(read(runs::cancelRequested)).containsExactly(run.id());
    }

    @Test
    void onlyARunningRunIsAskedToStop() {
        Run ended = saved(added(runIn(conversation)).completed(null, LATER));
        Run waiting = queued(queuedIn(conversation)).run();

        assertThat(requestCancel(ended)).isFalse();
        assertThat(requestCancel(waiting)).isFalse();
        assertThat(requestCancel(runIn(conversation))).isFalse();
        assertThat(read(runs::cancelRequested)).isEmpty();
    }

    @Test
    void aRunThatHasStoppedIsNotToldAgain() {
        Run run = added(runIn(conversation));
        requestCancel(run);

        saved(run.cancelled(LATER));

        assertThat(read(runs::cancelRequested)).isEmpty();
        assertThat(found(run)).contains(run.cancelled(LATER));
    }

    private boolean requestCancel(Run run) {
        return unitOfWork.execute(() -> runs.requestCancel(run.id(), LATER));
    }
}
