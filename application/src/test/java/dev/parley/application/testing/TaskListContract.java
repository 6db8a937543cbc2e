package dev.parley.application.testing;

import static dev.parley.application.testing.Examples.NOW;
import static dev.parley.application.testing.Examples.someone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.shared.Page;
import dev.parley.domain.shared.PageRequest;
import dev.parley.domain.task.Direction;
import dev.parley.domain.task.Priority;
import dev.parley.domain.task.Tags;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskContent;
import dev.parley.domain.task.TaskDescription;
import dev.parley.domain.task.TaskFilter;
import dev.parley.domain.task.TaskId;
import dev.parley.domain.task.TaskOrder;
import dev.parley.domain.task.TaskRepository;
import dev.parley.domain.task.TaskSort;
import dev.parley.domain.task.TaskTitle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link TaskRepository} promises of its lists. */
public abstract class TaskListContract {

    private static final TaskOrder NEWEST_FIRST = TaskOrder.of(null, null);

    private final PortsUnderTest ports = ports();
    private final UnitOfWork unitOfWork = ports.unitOfWork();
    private final TaskRepository tasks = ports.tasks();
    private final IdGenerator ids = new CountingIds();
    private final AccountId owner = someone();

    /** Adapters over an empty store. */
    protected abstract PortsUnderTest ports();

    @ParameterizedTest
    @CsvSource(
            nullValues = "any",
            value = {
                "any, any, any, any, Bread;Milk;Öl",
                "all, any, any, any, Bread;Milk;Öl",
                "pending, any, any, any, Milk;Öl",
                "completed, any, any, any, Bread",
                "any, high, any, any, Milk",
                "any, low, any, any, Bread;Öl",
                "any, any, HOME, any, Milk;Öl",
                "any, any, küche, any, Öl",
                "any, any, hom, any, ''",
                "any, any, any, mIL, Milk",
                "any, any, any, ö, Öl",
                "any, any, any, 100 %, Öl",
                "any, any, any, %, Öl",
                "any, any, any, _, Bread",
                "any, any, any, \\, Milk",
                "any, any, any, kb, ''",
                "pending, low, home, 100, Öl",
                "pending, low, home, milk, ''"
            })
    void aFilterLetsThroughWhatItNames(
            @Nullable String status,
            @Nullable String priority,
            @Nullable String tag,
            @Nullable String search,
            String titles) {
        added(taskOf(owner, "Milk", "\\b/", Priority.HIGH, List.of("Home"), NOW));
        added(taskOf(owner, "Bread", "whole_grain", Priority.LOW, List.of(), NOW)
                .completed(true, NOW));
        added(taskOf(owner, "Öl", "100 % olives", Priority.LOW, List.of("home", "KÜCHE"), NOW));
        TaskFilter filter = TaskFilter.of(status, priority, tag, search);

        List<String> expected = titles.isEmpty() ? List.of() : List.of(titles.split(";"));
        assertThat(titles(filter)).containsExactlyElementsOf(expected);
        assertThat(page(filter, NEWEST_FIRST, 1, null).total()).hasValue(expected.size());
    }

    @ParameterizedTest
    @CsvSource({
        "created, asc, b;A;c;Ö",
        "created, desc, Ö;c;A;b",
        "updated, asc, A;c;Ö;b",
        "updated, desc, b;Ö;c;A",
        "title, asc, A;b;c;Ö",
        "title, desc, Ö;c;b;A",
        "priority, asc, A;c;Ö;b",
        "priority, desc, b;Ö;c;A"
    })
    void pagesFollowOneAnotherInTheOrderThatIsAskedFor(String sort, String direction, String titles) {
        added(taskOf("b", Priority.HIGH, NOW).completed(true, NOW.plusSeconds(9)));
        added(taskOf("A", Priority.LOW, NOW.plusSeconds(1)));
        added(taskOf("c", Priority.MEDIUM, NOW.plusSeconds(2)));
        added(taskOf("Ö", Priority.MEDIUM, NOW.plusSeconds(3)));

        assertThat(titlesOf(pagesOfTwo(TaskOrder.of(sort, direction)))).containsExactly(titles.split(";"));
    }

    @ParameterizedTest
    @EnumSource
    void pagesHoldEveryTaskOnceEvenWhenAllAreEqual(TaskSort sort) {
        List<Task> added = Stream.generate(() -> added(taskOf("Milk"))).limit(5).toList();

        assertThat(pagesOfTwo(new TaskOrder(sort, Direction.ASC))).containsExactlyElementsOf(added);
        assertThat(pagesOfTwo(new TaskOrder(sort, Direction.DESC))).containsExactlyElementsOf(added.reversed());
    }

    @Test
    void tasksOfAFilterAreCountedSomeAside() {
        Task milk = added(taskOf("Milk", Priority.HIGH, NOW));
        Task bread = added(taskOf("Bread", Priority.LOW, NOW));
        added(taskOf("Oil", Priority.HIGH, NOW));
        added(taskOf(someone(), "Milk", "", Priority.HIGH, List.of(), NOW));
        TaskFilter urgent = TaskFilter.of(null, "high", null, null);
        List<TaskId> besides = List.of(milk.id(), bread.id(), new TaskId(new UUID(0, 1)));

        assertThat(unitOfWork.read(() -> tasks.countOthers(owner, urgent, besides)))
                .isEqualTo(1);
        assertThat(unitOfWork.read(() -> tasks.countOthers(owner, urgent, List.of())))
                .isEqualTo(2);
        assertThat(unitOfWork.read(() -> tasks.countOthers(owner, TaskFilter.NONE, besides)))
                .isEqualTo(1);
    }

    @Test
    void aPageMayBeginBehindATaskThatTheFilterHolds() {
        Task first = added(taskOf("a", Priority.LOW, NOW));
        Task second = added(taskOf("b", Priority.HIGH, NOW));
        TaskFilter urgent = TaskFilter.of(null, "high", null, null);

        assertThat(page(urgent, TaskOrder.of("title", null), 10, first.id()))
                .isEqualTo(new Page<>(List.of(second), 1, false));
    }

    @Test
    void behindATaskThatTheOwnerNeverHadThereIsNothing() {
        Task own = added(taskOf("Bread"));
        Task anothers = added(taskOf(someone(), "Milk", "", Priority.LOW, List.of(), NOW));
        Task anothersDeleted = deleted(added(taskOf(someone(), "Oil", "", Priority.LOW, List.of(), NOW)));

        for (TaskSort sort : TaskSort.values()) {
            for (Direction direction : Direction.values()) {
                for (TaskId unknown : List.of(anothers.id(), anothersDeleted.id(), new TaskId(UUID.randomUUID()))) {
                    assertThat(page(TaskFilter.NONE, new TaskOrder(sort, direction), 10, unknown))
                            .isEqualTo(new Page<>(List.of(), 1, false));
                }
            }
        }
        assertThat(page(TaskFilter.NONE, NEWEST_FIRST, 10, null).entries()).containsExactly(own);
    }

    @ParameterizedTest
    @CsvSource({"2", "1 2", "2 3", "0 1 2", "2 3 4 5", "0 1 2 3 4 5"})
    void aPageBehindADeletedTaskGoesOnWhereItStood(String deletions) {
        List<Integer> gone =
                Stream.of(deletions.split(" ")).map(Integer::valueOf).toList();
        for (TaskSort sort : TaskSort.values()) {
            for (Direction direction : Direction.values()) {
                TaskOrder order = new TaskOrder(sort, direction);
                tasksOf(page(TaskFilter.NONE, order, 100, null)).forEach(this::deleted);
                for (int i = 0; i < 6; i++) {
                    added(taskOf("" + i / 2, List.of(Priority.values()).get(i / 2), NOW.plusSeconds(i / 2))
                            .completed(true, NOW.plusSeconds(100 + i / 2)));
                }
                List<Task> all = tasksOf(page(TaskFilter.NONE, order, 100, null));
                gone.forEach(place -> deleted(all.get(place)));

                List<Task> left = Stream.of(3, 4, 5)
                        .filter(place -> !gone.contains(place))
                        .map(all::get)
                        .toList();
                assertThat(tasksOf(page(TaskFilter.NONE, order, 100, all.get(2).id())))
                        .as("%s, %s", order, deletions)
                        .isEqualTo(left);
            }
        }
    }

    @Test
    void whereADeletedTaskStoodIsForgottenInTheEnd() {
        Task first = added(taskOf("a"));
        Task second = added(taskOf("b"));
        deleted(first);
        TaskOrder byTitle = TaskOrder.of("title", "asc");

        assertThat(unitOfWork.execute(() -> tasks.forgetDeleted(Duration.ofHours(1), 10)))
                .isZero();
        assertThat(tasksOf(page(TaskFilter.NONE, byTitle, 10, first.id()))).containsExactly(second);
        assertThat(unitOfWork.execute(() -> tasks.forgetDeleted(Duration.ofHours(-1), 10)))
                .isEqualTo(1);
        assertThat(tasksOf(page(TaskFilter.NONE, byTitle, 10, first.id()))).isEmpty();
    }

    private static List<Task> tasksOf(Page<Task> page) {
        return page.entries();
    }

    private Task deleted(Task task) {
        unitOfWork.run(() -> tasks.delete(task));
        return task;
    }

    private List<Task> pagesOfTwo(TaskOrder order) {
        List<Task> all = new ArrayList<>();
        Page<Task> page = page(TaskFilter.NONE, order, 2, null);
        all.addAll(page.entries());
        while (page.hasMore()) {
            page = page(TaskFilter.NONE, order, 2, all.getLast().id());
            all.addAll(page.entries());
        }
        assertThat(page.total()).hasValue(all.size());
        return all;
    }

    private List<String> titles(TaskFilter filter) {
        return titlesOf(page(filter, TaskOrder.of("title", null), 100, null).entries());
    }

    private static List<String> titlesOf(List<Task> tasks) {
        return tasks.stream().map(task -> task.content().title().value()).toList();
    }

    private Page<Task> page(TaskFilter filter, TaskOrder order, int limit, @Nullable TaskId after) {
        return unitOfWork.read(() -> tasks.list(owner, filter, order, new PageRequest<>(limit, after)));
    }

    private Task added(Task task) {
        unitOfWork.run(() -> tasks.add(task, 100));
        return task;
    }

    private Task taskOf(String title) {
        return taskOf(title, Priority.MEDIUM, NOW);
    }

    private Task taskOf(String title, Priority priority, Instant begin) {
        return taskOf(owner, title, "", priority, List.of(), begin);
    }

    private Task taskOf(
            AccountId of, String title, String description, Priority priority, List<String> tags, Instant begin) {
        TaskContent content =
                new TaskContent(TaskTitle.of(title), TaskDescription.of(description), priority, Tags.of(tags));
        return Task.start(ids.task(), of, content, begin);
    }
}
