package dev.parley.persistence.task;

import static dev.parley.application.testing.Examples.NOW;
import static dev.parley.application.testing.Examples.someone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.testing.PortsUnderTest;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.shared.Page;
import dev.parley.domain.shared.PageRequest;
import dev.parley.domain.task.Priority;
import dev.parley.domain.task.Tags;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskContent;
import dev.parley.domain.task.TaskDescription;
import dev.parley.domain.task.TaskFilter;
import dev.parley.domain.task.TaskId;
import dev.parley.domain.task.TaskOrder;
import dev.parley.domain.task.TaskSort;
import dev.parley.domain.task.TaskTitle;
import dev.parley.persistence.testing.JdbcPorts;
import dev.parley.persistence.testing.Race;
import dev.parley.persistence.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeletionWhilePagingTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final JdbcPorts ADAPTERS = JdbcPorts.over(DATABASE.dataSource());

    private final PortsUnderTest ports = ADAPTERS.ports();
    private final AccountId owner = someone();

    @AfterAll
    static void close() {
        ADAPTERS.close();
        DATABASE.close();
    }

    @ParameterizedTest
    @EnumSource
    void pagesReadWhileTasksAreDeletedHoldEachThatStaysOnce(TaskSort sort) {
        List<Task> all = IntStream.range(0, 60).mapToObj(this::add).toList();
        List<Task> staying = IntStream.range(0, 60)
                .filter(i -> i % 4 == 0)
                .mapToObj(all::get)
                .toList();
        List<Task> leaving =
                all.stream().filter(task -> !staying.contains(task)).toList();
        List<Task> seen = new ArrayList<>();

        List<Throwable> failures = Race.failuresOf(List.of(
                () -> seen.addAll(pages(new TaskOrder(sort, sort.naturalDirection()))),
                () -> leaving.forEach(this::delete),
                () -> leaving.reversed().forEach(this::delete)));

        assertThat(failures).isEmpty();
        assertThat(seen).doesNotHaveDuplicates().containsAll(staying);
    }

    private List<Task> pages(TaskOrder order) {
        List<Task> all = new ArrayList<>();
        Page<Task> page = page(order, null);
        all.addAll(page.entries());
        while (page.hasMore()) {
            page = page(order, all.getLast().id());
            all.addAll(page.entries());
        }
        return all;
    }

    private Page<Task> page(TaskOrder order, @Nullable TaskId after) {
        return ports.unitOfWork()
                .read(() -> ports.tasks().list(owner, TaskFilter.NONE, order, new PageRequest<>(1, after)));
    }

    private Task add(int number) {
        TaskContent content = new TaskContent(
                TaskTitle.of("Task " + number),
                TaskDescription.NONE,
                List.of(Priority.values()).get(number % 3),
                Tags.NONE);
        Task task = Task.start(new TaskId(UUID.randomUUID()), owner, content, NOW.plusSeconds(number));
        ports.unitOfWork().run(() -> ports.tasks().add(task, 100));
        return task;
    }

    private void delete(Task task) {
        ports.unitOfWork().run(() -> ports.tasks().lock(owner, task.id()).ifPresent(ports.tasks()::delete));
    }
}
