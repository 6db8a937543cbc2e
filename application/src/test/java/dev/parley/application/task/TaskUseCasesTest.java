package dev.parley.application.task;

import static dev.parley.application.testing.Examples.someone;
import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.SettableClock;
import dev.parley.application.testing.UseCases;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.shared.InvalidRequest;
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
import dev.parley.domain.task.TaskTitle;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskUseCasesTest {

    private static final TaskContent MILK =
            new TaskContent(TaskTitle.of("Buy milk"), TaskDescription.NONE, Priority.MEDIUM, Tags.of(List.of("shop")));
    private static final TaskChange RENAMED = new TaskChange(TaskTitle.of("Buy oil"), null, null, null);

    private final PortsUnderTest ports = PortsUnderTest.inMemory();
    private final SettableClock clock = new SettableClock();
    private final UseCases useCases = UseCases.over(ports).with(InstantSource.class, clock);
    private final AddTask addTask = useCases.get(AddTask.class);
    private final GetTask getTask = useCases.get(GetTask.class);
    private final ListTasks listTasks = useCases.get(ListTasks.class);
    private final UpdateTask updateTask = useCases.get(UpdateTask.class);
    private final CompleteTask completeTask = useCases.get(CompleteTask.class);
    private final DeleteTask deleteTask = useCases.get(DeleteTask.class);
    private final ListTags listTags = useCases.get(ListTags.class);
    private final AccountId ada = someone();
    private final AccountId bob = someone();

    @Test
    void anAddedTaskIsThere() {
        Task task = addTask.add(ada, MILK);

        assertThat(task.completed()).isFalse();
        assertThat(getTask.get(ada, task.id())).isEqualTo(task);
        assertThat(listOf(ada)).isEqualTo(new Page<>(List.of(task), 1, false));
        assertThat(listTags.list(ada)).containsExactly(new TagCount("shop", 1));
    }

    @Test
    void theThousandAndFirstTaskIsRefused() {
        for (int i = 0; i < 1000; i++) {
            addTask.add(ada, MILK);
        }

        assertThatThrownBy(() -> addTask.add(ada, MILK))
                .is(failure(TaskError.TASK_LIMIT))
                .hasMessageContaining("Maximum 1,000 tasks allowed.");
        addTask.add(bob, MILK);
    }

    @Test
    void anUpdateIsKept() {
        TaskId id = addTask.add(ada, MILK).id();
        clock.advance(Duration.ofSeconds(1));

        Task updated = updateTask.update(ada, id, RENAMED);

        assertThat(updated.content().title().value()).isEqualTo("Buy oil");
        assertThat(updated.updatedAt()).isEqualTo(clock.instant());
        assertThat(getTask.get(ada, id)).isEqualTo(updated);
    }

    @Test
    void completingTwiceIsAsCompletingOnce() {
        TaskId id = addTask.add(ada, MILK).id();

        assertThat(completeTask.complete(ada, id, true).completed()).isTrue();
        assertThat(completeTask.complete(ada, id, true).completed()).isTrue();
        assertThat(completeTask.complete(ada, id, false).completed()).isFalse();
        assertThat(getTask.get(ada, id).completed()).isFalse();
    }

    @Test
    void togglingTwiceIsAsNotToggling() {
        TaskId id = addTask.add(ada, MILK).id();

        assertThat(completeTask.toggle(ada, id).completed()).isTrue();
        assertThat(getTask.get(ada, id).completed()).isTrue();
        assertThat(completeTask.toggle(ada, id).completed()).isFalse();
    }

    @Test
    void aDeletedTaskIsGone() {
        Task task = addTask.add(ada, MILK);

        assertThat(deleteTask.delete(ada, task.id())).isEqualTo(task);

        assertThatThrownBy(() -> getTask.get(ada, task.id())).is(failure(TaskError.TASK_NOT_FOUND));
        assertThatThrownBy(() -> deleteTask.delete(ada, task.id())).is(failure(TaskError.TASK_NOT_FOUND));
    }

    @Test
    void noUserReadsOrChangesWhatIsAnothers() {
        Task adas = addTask.add(ada, MILK);

        assertThatThrownBy(() -> getTask.get(bob, adas.id())).is(failure(TaskError.TASK_NOT_FOUND));
        assertThatThrownBy(() -> updateTask.update(bob, adas.id(), RENAMED)).is(failure(TaskError.TASK_NOT_FOUND));
        assertThatThrownBy(() -> completeTask.complete(bob, adas.id(), true)).is(failure(TaskError.TASK_NOT_FOUND));
        assertThatThrownBy(() -> completeTask.toggle(bob, adas.id())).is(failure(TaskError.TASK_NOT_FOUND));
        assertThatThrownBy(() -> deleteTask.delete(bob, adas.id())).is(failure(TaskError.TASK_NOT_FOUND));
        assertThat(listOf(bob)).isEqualTo(new Page<>(List.of(), 0, false));
        assertThat(listTags.list(bob)).isEmpty();
        assertThat(getTask.get(ada, adas.id())).isEqualTo(adas);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101, Integer.MAX_VALUE})
    void aPageHoldsFromOneToAHundred(int limit) {
        assertThatThrownBy(() ->
                        listTasks.list(ada, TaskFilter.NONE, TaskOrder.of(null, null), new PageRequest<>(limit, null)))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("limit must be from 1 to 100");
    }

    private Page<Task> listOf(AccountId owner) {
        return listTasks.list(owner, TaskFilter.NONE, TaskOrder.of(null, null), new PageRequest<>(100, null));
    }
}
