package dev.parley.application.testing;

import static dev.parley.application.testing.Examples.NOW;
import static dev.parley.application.testing.Examples.someone;
import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.shared.Page;
import dev.parley.domain.shared.PageRequest;
import dev.parley.domain.task.Priority;
import dev.parley.domain.task.TagCount;
import dev.parley.domain.task.Tags;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskChange;
import dev.parley.domain.task.TaskContent;
import dev.parley.domain.task.TaskDescription;
import dev.parley.domain.task.TaskError;
import dev.parley.domain.task.TaskFilter;
import dev.parley.domain.task.TaskId;
import dev.parley.domain.task.TaskOrder;
import dev.parley.domain.task.TaskRepository;
import dev.parley.domain.task.TaskTitle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link TaskRepository} promises. */
public abstract class TaskRepositoryContract {

    private static final TaskOrder NEWEST_FIRST = TaskOrder.of(null, null);

    private final PortsUnderTest ports = ports();
    private final UnitOfWork unitOfWork = ports.unitOfWork();
    private final TaskRepository tasks = ports.tasks();
    private final IdGenerator ids = new CountingIds();
    private final AccountId owner = someone();

    /** Adapters over an empty store. */
    protected abstract PortsUnderTest ports();

    @Test
    void aTaskComesBackAsItWasAdded() {
        Task task = added(taskOf(
                owner,
                " \"Milk\" \\ 100 % 🚢",
                "two\nlines",
                Priority.HIGH,
                List.of("Home, sweet", "{\"NULL\"}"),
                NOW));

        assertThat(found(task)).contains(task);
        assertThat(unitOfWork.execute(() -> tasks.lock(owner, task.id()))).contains(task);
    }

    @Test
    void aTaskOfATitleAloneComesBackAsWell() {
        Task task = added(taskOf("Milk"));

        assertThat(found(task)).contains(task);
    }

    @Test
    void theFirstTaskMakesItsOwnersAccount() {
        added(taskOf("Milk"));

        assertThat(unitOfWork.read(() -> ports.accounts().find(owner))).isPresent();
    }

    @Test
    void someTasksAreFoundAndWhatIsGoneOrAnothersIsLeftOut() {
        Task milk = added(taskOf("Milk"));
        Task gone = added(taskOf("Gone"));
        Task bread = added(taskOf("Bread"));
        added(taskOf("Oil"));
        unitOfWork.run(() -> tasks.delete(tasks.lock(owner, gone.id()).orElseThrow()));
        List<TaskId> wanted = List.of(bread.id(), gone.id(), milk.id());

        assertThat(unitOfWork.read(() -> tasks.find(owner, wanted))).containsExactlyInAnyOrder(milk, bread);
        assertThat(unitOfWork.read(() -> tasks.find(owner, List.of()))).isEmpty();
        assertThat(unitOfWork.read(() -> tasks.find(someone(), wanted))).isEmpty();
    }

    @Test
    void anothersTaskIsNotFound() {
        Task task = added(taskOf("Milk"));
        AccountId other = someone();

        assertThat(unitOfWork.read(() -> tasks.find(other, task.id()))).isEmpty();
        assertThat(unitOfWork.execute(() -> tasks.lock(other, task.id()))).isEmpty();
        assertThat(unitOfWork.read(
                        () -> tasks.list(other, TaskFilter.NONE, NEWEST_FIRST, new PageRequest<>(100, null))))
                .isEqualTo(new Page<>(List.of(), 0, false));
        assertThat(unitOfWork.read(() -> tasks.tags(other))).isEmpty();
    }

    @Test
    void oneMoreThanTheMaximumIsRefused() {
        added(taskOf("One"), 2);
        added(taskOf("Two"), 2);

        assertThatThrownBy(() -> added(taskOf("Three"), 2))
                .is(failure(TaskError.TASK_LIMIT))
                .hasMessageContaining("Maximum 2 tasks");
        assertThat(matching(TaskFilter.NONE)).hasSize(2);
    }

    @Test
    void aDeletedTaskIsGoneAndMakesRoom() {
        Task first = added(taskOf("One"), 1);
        unitOfWork.run(() -> tasks.delete(first));

        Task second = added(taskOf("Two"), 1);

        assertThat(found(first)).isEmpty();
        assertThat(found(second)).contains(second);
    }

    @Test
    void theLimitOfOneOwnerIsNotAnothers() {
        added(taskOf("One"), 1);

        added(taskOf(someone(), "One", "", Priority.LOW, List.of(), NOW), 1);
    }

    @Test
    void aSavedTaskStays() {
        Task task = added(taskOf(owner, "Milk", "more", Priority.HIGH, List.of("shop"), NOW));
        TaskContent other = new TaskContent(
                TaskTitle.of("Überraschung"), TaskDescription.NONE, Priority.LOW, Tags.of(List.of("a", "b")));
        Task changed = task.changed(TaskChange.to(other), NOW.plusSeconds(1)).completed(true, NOW.plusSeconds(2));

        unitOfWork.run(() -> tasks.save(changed));

        assertThat(found(task)).contains(changed);
        assertThat(matching(TaskFilter.of("completed", "low", "B", "ÜBER"))).containsExactly(changed);
        assertThat(matching(TaskFilter.of(null, null, "shop", null))).isEmpty();
    }

    @Test
    void tagsAreCountedWithoutCaseTheMostUsedFirst() {
        added(taskOf(owner, "Milk", "", Priority.LOW, List.of("shop", "food"), NOW));
        added(taskOf(owner, "Bread", "", Priority.LOW, List.of("Shop", "küche"), NOW));
        added(taskOf(owner, "Oil", "", Priority.LOW, List.of("SHOP", "KÜCHE", "Car"), NOW)
                .completed(true, NOW));

        assertThat(unitOfWork.read(() -> tasks.tags(owner)))
                .containsExactly(
                        new TagCount("SHOP", 3),
                        new TagCount("KÜCHE", 2),
                        new TagCount("Car", 1),
                        new TagCount("food", 1));
    }

    private List<Task> matching(TaskFilter filter) {
        return unitOfWork
                .read(() -> tasks.list(owner, filter, NEWEST_FIRST, new PageRequest<>(100, null)))
                .entries();
    }

    private Optional<Task> found(Task task) {
        return unitOfWork.read(() -> tasks.find(task.owner(), task.id()));
    }

    private Task added(Task task) {
        return added(task, 100);
    }

    private Task added(Task task, int maximum) {
        unitOfWork.run(() -> tasks.add(task, maximum));
        return task;
    }

    private Task taskOf(String title) {
        return taskOf(owner, title, "", Priority.MEDIUM, List.of(), NOW);
    }

    private Task taskOf(
            AccountId of, String title, String description, Priority priority, List<String> tags, Instant begin) {
        TaskContent content =
                new TaskContent(TaskTitle.of(title), TaskDescription.of(description), priority, Tags.of(tags));
        return Task.start(ids.task(), of, content, begin);
    }
}
