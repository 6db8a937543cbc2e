package dev.parley.application.testing;

import static dev.parley.application.testing.Examples.NOW;
import static dev.parley.application.testing.Examples.conversationOf;
import static dev.parley.application.testing.Examples.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunId;
import dev.parley.domain.run.RunInProgress;
import dev.parley.domain.run.RunRepository;
import dev.parley.domain.run.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link RunRepository} promises. */
public abstract class RunRepositoryContract {

    private static final Duration LIVING = Duration.ofMinutes(1);
    private static final Duration EXPIRED = Duration.ofMinutes(-1);
    private static final Instant LATER = NOW.plusSeconds(30);

    private final PortsUnderTest ports = ports();
    private final UnitOfWork unitOfWork = ports.unitOfWork();
    private final RunRepository runs = ports.runs();
    private final Conversation conversation = newConversation();

    /** Adapters over an empty store. */
    protected abstract PortsUnderTest ports();

    @Test
    void aRunComesBackAsItWasAdded() {
        Run run = added(runIn(conversation), LIVING);

        assertThat(found(run)).contains(run);
        assertThat(unitOfWork.execute(() -> runs.lockRunning(run.id()))).contains(run);
    }

    @Test
    void aThreadHasOneRunningRun() {
        Run first = added(runIn(conversation), LIVING);

        assertThatThrownBy(() -> added(runIn(conversation), LIVING))
                .isInstanceOf(RunInProgress.class)
                .hasMessageContaining(first.id().toString());
    }

    @Test
    void anotherThreadRunsAtTheSameTime() {
        added(runIn(conversation), LIVING);

        Run other = added(runIn(newConversation()), LIVING);

        assertThat(found(other)).contains(other);
    }

    @Test
    void anEndedRunMakesRoomForTheNext() {
        Run first = added(runIn(conversation), LIVING);
        unitOfWork.run(() -> runs.save(first.failed("UPSTREAM_ERROR", LATER)));

        Run second = added(runIn(conversation), LIVING);

        assertThat(found(first)).contains(first.failed("UPSTREAM_ERROR", LATER));
        assertThat(found(second)).contains(second);
    }

    @Test
    void anEndedRunIsFencedOff() {
        Run run = added(runIn(conversation), LIVING);
        unitOfWork.run(() -> runs.save(run.completed(LATER)));

        assertThat(unitOfWork.execute(() -> runs.lockRunning(run.id()))).isEmpty();
    }

    @Test
    void aRunWithoutLivingLeaseIsInterruptedByTheNext() {
        Run dead = added(runIn(conversation), EXPIRED);

        Run next = added(runIn(conversation), LIVING);

        assertThat(found(dead)).map(Run::status).contains(RunStatus.INTERRUPTED);
        assertThat(found(next)).contains(next);
    }

    @Test
    void onlyExpiredRunsAreInterrupted() {
        Run dead = added(runIn(conversation), EXPIRED);
        Run living = added(runIn(newConversation()), LIVING);

        int interrupted = unitOfWork.execute(() -> runs.interruptExpired(LATER));

        assertThat(interrupted).isEqualTo(1);
        assertThat(found(dead)).contains(dead.interrupted(LATER));
        assertThat(found(living)).contains(living);
    }

    @Test
    void aRenewedLeaseLives() {
        Run run = added(runIn(conversation), EXPIRED);
        unitOfWork.run(() -> runs.renewLeases(Set.of(run.id()), LIVING));

        assertThat(unitOfWork.<Integer>execute(() -> runs.interruptExpired(LATER)))
                .isZero();
    }

    @Test
    void renewingNothingOrWhatHasEndedChangesNothing() {
        Run run = added(runIn(conversation), LIVING);
        unitOfWork.run(() -> runs.save(run.completed(LATER)));

        unitOfWork.run(() -> runs.renewLeases(Set.of(), LIVING));
        unitOfWork.run(() -> runs.renewLeases(Set.of(run.id()), LIVING));

        assertThat(found(run)).contains(run.completed(LATER));
    }

    @Test
    void allRunningRunsCanBeInterrupted() {
        Run running = added(runIn(conversation), LIVING);
        Run ended = added(runIn(newConversation()), LIVING);
        unitOfWork.run(() -> runs.save(ended.completed(LATER)));

        int interrupted = unitOfWork.execute(() -> runs.interruptAll(LATER));

        assertThat(interrupted).isEqualTo(1);
        assertThat(found(running)).contains(running.interrupted(LATER));
        assertThat(found(ended)).contains(ended.completed(LATER));
    }

    private Conversation newConversation() {
        Conversation fresh = conversationOf(someone());
        unitOfWork.run(() -> ports.conversations().add(fresh, 10));
        return fresh;
    }

    private static Run runIn(Conversation conversation) {
        return Run.start(new RunId(UUID.randomUUID()), conversation.id(), NOW);
    }

    private Run added(Run run, Duration lease) {
        unitOfWork.run(() -> runs.add(run, lease));
        return run;
    }

    private Optional<Run> found(Run run) {
        return unitOfWork.read(() -> runs.find(run.id()));
    }
}
