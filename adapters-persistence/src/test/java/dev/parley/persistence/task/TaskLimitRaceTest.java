package dev.parley.persistence.task;

import static dev.parley.application.testing.Examples.NOW;
import static dev.parley.application.testing.Examples.someone;
import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.testing.PortsUnderTest;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.task.Priority;
import dev.parley.domain.task.Tags;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskContent;
import dev.parley.domain.task.TaskDescription;
import dev.parley.domain.task.TaskError;
import dev.parley.domain.task.TaskId;
import dev.parley.domain.task.TaskTitle;
import dev.parley.persistence.testing.JdbcPorts;
import dev.parley.persistence.testing.Race;
import dev.parley.persistence.testing.TestDatabase;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TaskLimitRaceTest {

    private static final int LIMIT = 10;
    private static final TaskContent MILK =
            new TaskContent(TaskTitle.of("Milk"), TaskDescription.NONE, Priority.MEDIUM, Tags.NONE);
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final JdbcPorts ADAPTERS = JdbcPorts.over(DATABASE.dataSource());
    private static final JdbcClient JDBC = JdbcClient.create(DATABASE.dataSource());

    private final PortsUnderTest ports = ADAPTERS.ports();
    private final AccountId owner = someone();

    @AfterAll
    static void close() {
        ADAPTERS.close();
        DATABASE.close();
    }

    @Test
    void sixtyFourAtOnceEndWithTheLimitEvenForAnOwnerWithoutAccount() {
        List<Throwable> refusals = Race.failuresOf(64, this::addTask);

        assertThat(refusals).hasSize(54).are(failure(TaskError.TASK_LIMIT));
        assertThat(tasks()).isEqualTo(LIMIT);
        assertThat(counter()).isEqualTo(LIMIT);
    }

    @Test
    void addsAndDeletesAtOnceKeepTheCounterTrue() {
        List<Task> old = Stream.generate(this::addTask).limit(LIMIT).toList();
        Stream<Runnable> adds = Stream.<Runnable>generate(() -> this::addTask).limit(32);
        Stream<Runnable> deletes = Stream.of(old, old).flatMap(List::stream).map(task -> () -> delete(task));

        List<Throwable> refusals = Race.failuresOf(Stream.concat(adds, deletes).toList());

        assertThat(refusals).are(failure(TaskError.TASK_LIMIT));
        assertThat(tasks()).isEqualTo(32 - refusals.size()).isLessThanOrEqualTo(LIMIT);
        assertThat(counter()).isEqualTo(tasks());
    }

    private Task addTask() {
        Task task = Task.start(new TaskId(UUID.randomUUID()), owner, MILK, NOW);
        ports.unitOfWork().run(() -> ports.tasks().add(task, LIMIT));
        return task;
    }

    private void delete(Task task) {
        ports.unitOfWork().run(() -> ports.tasks().lock(owner, task.id()).ifPresent(ports.tasks()::delete));
    }

    private int tasks() {
        return number("select count(*) from task where owner_id = :owner");
    }

    private int counter() {
        return number("select task_count from account where id = :owner");
    }

    private int number(String sql) {
        return JDBC.sql(sql).param("owner", owner.value()).query(Integer.class).single();
    }
}
