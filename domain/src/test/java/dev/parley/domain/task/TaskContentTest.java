package dev.parley.domain.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.shared.InvalidRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskContentTest {

    @Test
    void aTitleLosesTheSpaceAroundIt() {
        assertThat(TaskTitle.of("  Buy milk \n").value()).isEqualTo("Buy milk");
    }

    @Test
    void aTitleHasAtMostTwoHundredCharacters() {
        assertThat(TaskTitle.of("🥛".repeat(200)).value()).isEqualTo("🥛".repeat(200));
        assertThatThrownBy(() -> TaskTitle.of("🥛".repeat(201)))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("title must have at most 200 characters, not 201");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u00A0", "a\0b", "\uD83D"})
    void aBlankOrUnstorableTitleIsRefused(String text) {
        assertThatThrownBy(() -> TaskTitle.of(text))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageStartingWith("title ");
    }

    @Test
    void aBlankDescriptionIsNone() {
        assertThat(TaskDescription.of(" \u00A0\n")).isEqualTo(TaskDescription.NONE);
    }

    @Test
    void aDescriptionHasAtMostAThousandCharacters() {
        assertThat(TaskDescription.of("🥛".repeat(1000)).value()).isEqualTo("🥛".repeat(1000));
        assertThatThrownBy(() -> TaskDescription.of("🥛".repeat(1001)))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("description must have at most 1,000 characters, not 1,001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\uD83D"})
    void anUnstorableDescriptionIsRefused(String text) {
        assertThatThrownBy(() -> TaskDescription.of(text))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageStartingWith("description ");
    }

    @Test
    void ofTagsThatDifferInCaseTheFirstStays() {
        assertThat(Tags.of(List.of(" Home ", "shop", "HOME", "Öl", "öl")).values())
                .containsExactly("Home", "shop", "Öl");
    }

    @Test
    void thereAreAtMostTenTags() {
        List<String> ten = IntStream.range(0, 10).mapToObj(i -> "tag " + i).toList();

        assertThat(Tags.of(Collections.nCopies(2, ten).stream()
                                .flatMap(List::stream)
                                .toList())
                        .values())
                .isEqualTo(ten);
        assertThatThrownBy(() ->
                        Tags.of(IntStream.range(0, 11).mapToObj(i -> "tag " + i).toList()))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("tags must have at most 10 entries, not 11");
    }

    @Test
    void aTagHasAtMostFiftyCharacters() {
        assertThat(Tags.of(List.of("🏠".repeat(50))).values()).containsExactly("🏠".repeat(50));
        assertThatThrownBy(() -> Tags.of(List.of("fits", "🏠".repeat(51))))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("tags[1] must have at most 50 characters, not 51");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\0b", "\uD83D"})
    void aBlankOrUnstorableTagIsRefused(String tag) {
        assertThatThrownBy(() -> Tags.of(List.of("fine", tag)))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageStartingWith("tags[1] ");
    }

    @Test
    void aTagThatIsNothingIsRefused() {
        assertThatThrownBy(() -> Tags.of(Arrays.asList("fine", null)))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("tags[1] must not be blank");
    }

    @Test
    void aPriorityIsReadWithoutCase() {
        assertThat(Priority.of(" High ")).isEqualTo(Priority.HIGH);
        assertThat(Priority.HIGH.word()).isEqualTo("high");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "urgent", "1"})
    void anUnknownPriorityIsRefusedWithTheKnownOnes(String text) {
        assertThatThrownBy(() -> Priority.of(text))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("priority must be one of low, medium, high");
    }

    @Test
    void theOrderIsNewestFirstUnlessAnotherIsNamed() {
        assertThat(TaskOrder.of(null, null)).isEqualTo(new TaskOrder(TaskSort.CREATED, Direction.DESC));
        assertThat(TaskOrder.of("title", null)).isEqualTo(new TaskOrder(TaskSort.TITLE, Direction.ASC));
        assertThat(TaskOrder.of("priority", "asc")).isEqualTo(new TaskOrder(TaskSort.PRIORITY, Direction.ASC));
    }

    @Test
    void whatIsBlankFiltersNothing() {
        assertThat(TaskFilter.of(null, null, " ", "\u00A0")).isEqualTo(TaskFilter.NONE);
        assertThat(TaskFilter.of("all", null, null, null)).isEqualTo(TaskFilter.NONE);
    }

    @Test
    void aFilterThatNoTaskCouldMeetForItsFormIsRefused() {
        assertThatThrownBy(() -> TaskFilter.of(null, null, "a\0b", null)).hasMessageStartingWith("tag ");
        assertThatThrownBy(() -> TaskFilter.of(null, null, null, "\uD83D")).hasMessageStartingWith("search ");
    }

    @Test
    void anIdThatIsNoUuidIsNoTasks() {
        assertThatThrownBy(() -> TaskId.of("milk")).hasFieldOrPropertyWithValue("error", TaskError.TASK_NOT_FOUND);
    }
}
