package dev.parley.persistence.run;

import static dev.parley.application.testing.Examples.NOW;
import static dev.parley.application.testing.Examples.conversationOf;
import static dev.parley.application.testing.Examples.someone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.item.InferenceOptions;
import dev.parley.domain.item.InputText;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.UserMessage;
import dev.parley.domain.run.Node;
import dev.parley.domain.run.QueuedRun;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunId;
import dev.parley.domain.run.RunOptions;
import dev.parley.domain.run.RunRepository;
import dev.parley.domain.run.RunStatus;
import dev.parley.persistence.testing.JdbcPorts;
import dev.parley.persistence.testing.Race;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class RunRaceTest {

    private static final int RUNNERS = 64;
    private static final Node NODE = new Node("node", UUID.randomUUID());
    private static final Duration LIVING = Duration.ofMinutes(1);
    private static final Duration EXPIRED = Duration.ofMinutes(-1);

    private final PortsUnderTest ports = JdbcPorts.onEmptyStore();
    private final UnitOfWork unitOfWork = ports.unitOfWork();
    private final RunRepository runs = ports.runs();
    private final Conversation conversation = conversationOf(someone());
    private final AtomicInteger winners = new AtomicInteger();

    @BeforeEach
    void addConversation() {
        unitOfWork.run(() -> ports.conversations().add(conversation, 10));
    }

    @Test
    void ofManyRunsAtOnceOneRuns() {
        assertThat(Race.failuresOf(RUNNERS, () -> compete(() -> runs.add(newRun(), NODE, LIVING))))
                .isEmpty();

        assertThat(winners).hasValue(1);
    }

    @Test
    void messagesAtOnceWaitEachAtAPlaceOfItsOwn() {
        assertThat(Race.failuresOf(
                        RUNNERS,
                        () -> inLockedConversation(() -> {
                            runs.addQueued(newQueued());
                            return true;
                        })))
                .isEmpty();

        assertThat(unitOfWork.<List<RunId>>read(() -> runs.waiting(conversation.id())))
                .hasSize(RUNNERS);
    }

    @Test
    void ofManyThatWouldBeginAWaitingRunOneBeginsIt() {
        inLockedConversation(() -> {
            runs.addQueued(newQueued());
            runs.addQueued(newQueued());
            return true;
        });

        assertThat(Race.failuresOf(RUNNERS, () -> compete(this::beginNext))).isEmpty();

        assertThat(winners).hasValue(1);
        assertThat(unitOfWork.<List<RunId>>read(() -> runs.waiting(conversation.id())))
                .hasSize(1);
    }

    @RepeatedTest(10)
    void aRunIsFinishedOrTakenOverAndNeverBoth() {
        Run run = newRun();
        inLockedConversation(() -> runs.add(run, NODE, EXPIRED));
        AtomicInteger finished = new AtomicInteger();
        AtomicInteger takenOver = new AtomicInteger();

        List<Throwable> failures = Race.failuresOf(List.of(
                () -> finished.addAndGet(end(() -> runs.lockRunning(run.id()).map(ours -> ours.completed(null, NOW)))),
                () -> takenOver.addAndGet(
                        end(() -> runs.lockAbandoned(conversation.id()).map(dead -> dead.interrupted(NOW))))));

        assertThat(failures).isEmpty();
        assertThat(finished.get() + takenOver.get()).isEqualTo(1);
        assertThat(unitOfWork.read(() -> runs.find(run.id())))
                .map(Run::status)
                .contains(finished.get() == 1 ? RunStatus.COMPLETED : RunStatus.INTERRUPTED);
    }

    private boolean beginNext() {
        Optional<QueuedRun> next = runs.lockNext(conversation.id());
        next.ifPresent(waiting -> runs.begin(waiting.run().begun(NOW), NODE, LIVING));
        return next.isPresent();
    }

    private int end(Supplier<Optional<Run>> ending) {
        return unitOfWork.execute(() -> {
            Optional<Run> ended = ending.get();
            ended.ifPresent(runs::save);
            return ended.isPresent() ? 1 : 0;
        });
    }

    private void compete(Supplier<Boolean> attempt) {
        if (inLockedConversation(attempt)) {
            winners.incrementAndGet();
        }
    }

    private boolean inLockedConversation(Supplier<Boolean> work) {
        return unitOfWork.execute(() -> {
            assertThat(ports.conversations().lock(conversation.id())).isPresent();
            return work.get();
        });
    }

    private Run newRun() {
        return Run.start(new RunId(UUID.randomUUID()), conversation.id(), NOW);
    }

    private QueuedRun newQueued() {
        UserMessage message = new UserMessage(
                new ItemId("msg_" + UUID.randomUUID()),
                Item.DRAFT,
                List.of(new InputText("next")),
                List.of(),
                null,
                InferenceOptions.DEFAULT,
                NOW);
        return new QueuedRun(
                Run.queue(new RunId(UUID.randomUUID()), conversation.id(), NOW), message, RunOptions.DEFAULT);
    }
}
