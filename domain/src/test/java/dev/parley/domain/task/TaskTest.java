package dev.parley.domain.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.account.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TaskTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");

    private final TaskContent content = new TaskContent(
            TaskTitle.of("Buy milk"), TaskDescription.of("two litres"), Priority.HIGH, Tags.of(List.of("shop")));
    private final Task task = Task.start(new TaskId(UUID.randomUUID()), new AccountId(UUID.randomUUID()), content, NOW);

    @Test
    void aNewTaskIsStillToDo() {
        assertThat(task.completed()).isFalse();
        assertThat(task.updatedAt()).isEqualTo(NOW);
    }

    @Test
    void whatAChangeDoesNotNameStays() {
        Task changed = task.changed(new TaskChange(TaskTitle.of("Buy oil"), null, null, null), NOW.plusSeconds(1));

        assertThat(changed.content())
                .isEqualTo(new TaskContent(
                        TaskTitle.of("Buy oil"), content.description(), content.priority(), content.tags()));
        assertThat(changed.updatedAt()).isEqualTo(NOW.plusSeconds(1));
        assertThat(changed.createdAt()).isEqualTo(NOW);
    }

    @Test
    void aChangeToOtherContentLeavesNothingOfTheOld() {
        TaskContent other = new TaskContent(TaskTitle.of("Rest"), TaskDescription.NONE, Priority.MEDIUM, Tags.NONE);

        assertThat(task.changed(TaskChange.to(other), NOW).content()).isEqualTo(other);
    }

    @Test
    void aChangedTaskIsAsDoneAsBefore() {
        assertThat(task.completed(true, NOW)
                        .changed(new TaskChange(null, null, null, null), NOW)
                        .completed())
                .isTrue();
    }

    @Test
    void aClockThatGoesBackDoesNotTakeAnUpdateBack() {
        assertThat(task.completed(true, NOW.minusSeconds(1)).updatedAt()).isEqualTo(NOW);
    }
}
