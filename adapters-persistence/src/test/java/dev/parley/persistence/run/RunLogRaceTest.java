package dev.parley.persistence.run;

import static dev.parley.application.testing.Examples.NOW;
import static dev.parley.application.testing.Examples.conversationOf;
import static dev.parley.application.testing.Examples.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.application.event.RunEvent;
import dev.parley.application.event.RunLog;
import dev.parley.application.event.RunLog.Batch;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.run.Node;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunId;
import dev.parley.persistence.testing.JdbcPorts;
import dev.parley.persistence.testing.Race;
import dev.parley.persistence.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two connections at one run's log. */
class RunLogRaceTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final JdbcClient JDBC = JdbcClient.create(DATABASE.dataSource());
    private static final JdbcPorts ADAPTERS = JdbcPorts.over(DATABASE.dataSource());

    private final PortsUnderTest ports = ADAPTERS.ports();
    private final UnitOfWork unitOfWork = ports.unitOfWork();
    private final RunLog log = ports.log();
    private final Conversation conversation = conversationOf(someone());
    private final Run run = Run.start(new RunId(UUID.randomUUID()), conversation.id(), NOW);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @BeforeEach
    void addRun() {
        unitOfWork.run(() -> {
            ports.conversations().add(conversation, 10);
            ports.runs().add(run, new Node("node", UUID.randomUUID()), Duration.ofMinutes(-1));
        });
    }

    @AfterEach
    void endThreads() {
        threads.close();
    }

    @AfterAll
    static void close() {
        ADAPTERS.close();
        DATABASE.close();
    }

    @RepeatedTest(10)
    void eitherTheSlowWriterOrTheOneThatTakesOverGoesOn() {
        AtomicInteger written = new AtomicInteger();
        AtomicInteger takenOver = new AtomicInteger();

        List<Throwable> failures = Race.failuresOf(
                List.of(() -> written.addAndGet(append() ? 1 : 0), () -> takenOver.addAndGet(takeOver() ? 1 : 0)));

        assertThat(failures).isEmpty();
        assertThat(written.get() + takenOver.get()).isEqualTo(1);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void whoTakesOverWaitsForAWriterThatHasNotCommittedAndGivesWay() {
        CompletableFuture<Boolean> takenOver = unitOfWork.execute(() -> {
            log.append(List.of(batch()));
            return meanwhile(this::takeOver);
        });

        assertThat(takenOver.join()).isFalse();
    }

    @Test
    void whoTakesOverGoesOnWhereTheWriterFails() {
        CompletableFuture<CompletableFuture<Boolean>> started = new CompletableFuture<>();
        assertThat(Race.failuresOf(
                        1,
                        () -> unitOfWork.run(() -> {
                            log.append(List.of(batch()));
                            started.complete(meanwhile(this::takeOver));
                            throw new IllegalStateException("the writer fails");
                        })))
                .hasSize(1);

        assertThat(started.join().join()).isTrue();
    }

    @Test
    void aSlowWriterWaitsForTheOneThatTakesOverAndIsRefused() {
        CompletableFuture<Boolean> written = unitOfWork.execute(() -> {
            assertThat(ports.runs().lockAbandoned(conversation.id())).isPresent();
            log.takeOver(batch());
            ports.runs().save(run.interrupted(NOW));
            return meanwhile(this::append);
        });

        assertThat(written.join()).isFalse();
    }

    @Test
    void noEventsOutliveAThreadThatIsDeletedWhileTheyAreWritten() {
        CompletableFuture<Boolean> deleted = unitOfWork.execute(() -> {
            log.append(List.of(batch()));
            return meanwhile(this::delete);
        });

        assertThat(deleted.join()).isTrue();
        assertThat(rows()).isZero();
    }

    @Test
    void aThreadThatIsBeingDeletedDoesNotHoldUpTheLogsOfOthers() {
        Conversation other = conversationOf(someone());
        Run living = Run.start(new RunId(UUID.randomUUID()), other.id(), NOW);
        unitOfWork.run(() -> {
            ports.conversations().add(other, 10);
            ports.runs().add(living, new Node("node", UUID.randomUUID()), Duration.ofMinutes(1));
        });

        unitOfWork.run(() -> {
            ports.conversations().delete(conversation);
            List<Batch> batches = List.of(batch(), new Batch(living.id(), 1, List.of(said())));
            assertThat(threads.submit(() -> unitOfWork.execute(() -> log.append(batches))))
                    .succeedsWithin(Duration.ofSeconds(30))
                    .isEqualTo(Set.of(run.id()));
        });
    }

    /** Lets another connection try something; returns once it waits for this one. */
    private CompletableFuture<Boolean> meanwhile(BooleanSupplier other) {
        CompletableFuture<Boolean> result = CompletableFuture.supplyAsync(other::getAsBoolean, threads);
        await().until(() -> JDBC.sql("select count(*) from pg_locks where not granted")
                        .query(Integer.class)
                        .single()
                > 0);
        return result;
    }

    private boolean append() {
        return unitOfWork.execute(() -> log.append(List.of(batch())).isEmpty());
    }

    private boolean takeOver() {
        return unitOfWork.execute(() -> log.takeOver(batch()));
    }

    private boolean delete() {
        unitOfWork.run(() -> ports.conversations().delete(conversation));
        return true;
    }

    private Batch batch() {
        return new Batch(run.id(), 1, List.of(said()));
    }

    private static RunEvent said() {
        return new RunEvent.Progress(null, "step");
    }

    private int rows() {
        return JDBC.sql("select count(*) from run_log where run_id = :run")
                .param("run", run.id().value())
                .query(Integer.class)
                .single();
    }
}
