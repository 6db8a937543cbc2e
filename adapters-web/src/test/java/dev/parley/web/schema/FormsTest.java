package dev.parley.web.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.conversation.Title;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.task.Tags;
import dev.parley.domain.task.TaskDescription;
import dev.parley.domain.task.TaskTitle;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FormsTest {

    private static final List<String> SPACES = List.of("", " ", "\t", "\r\n", "\u001c", "\u2003", "\u2028", "\u3000");

    @ParameterizedTest
    @MethodSource("forms")
    void whiteSpaceAroundATextDoesNotCount(String form, Consumer<String> reader, int maximum) {
        for (String space : SPACES) {
            String text = space + "x".repeat(maximum) + space.repeat(3);
            assertThat(text).matches(compiled(form));
            assertThat(isTaken(reader, text)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aTextThatIsTooLongIsNotOfTheForm(String form, Consumer<String> reader, int maximum) {
        String text = "x".repeat(maximum + 1);

        assertThat(text).doesNotMatch(compiled(form));
        assertThat(isTaken(reader, text)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void whatShowsNothingIsNotOfTheForm(String form, Consumer<String> reader) {
        for (String space : SPACES) {
            assertThat(space).doesNotMatch(compiled(form));
            assertThat(isTaken(reader, space)).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textWithinWhiteSpaceIsOfTheForm(String form, Consumer<String> reader) {
        for (String space : SPACES) {
            String text = space + "Buy milk" + space;
            assertThat(text).matches(compiled(form));
            assertThat(isTaken(reader, text)).isTrue();
        }
    }

    static Stream<Arguments> forms() {
        return Stream.of(
                Arguments.of(Forms.TASK_TITLE, (Consumer<String>) TaskTitle::of, 200),
                Arguments.of(Forms.TAG, (Consumer<String>) tag -> Tags.of(List.of(tag)), 50),
                Arguments.of(Forms.DESCRIPTION, (Consumer<String>) TaskDescription::of, 1000));
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of(Forms.TASK_TITLE, (Consumer<String>) TaskTitle::of),
                Arguments.of(Forms.TAG, (Consumer<String>) tag -> Tags.of(List.of(tag))),
                Arguments.of(Forms.TITLE, (Consumer<String>) Title::of));
    }

    /** White space is Unicode's, as it is in ECMA-262. */
    private static Pattern compiled(String form) {
        return Pattern.compile(form, Pattern.UNICODE_CHARACTER_CLASS);
    }

    private static boolean isTaken(Consumer<String> reader, String text) {
        try {
            reader.accept(text);
            return true;
        } catch (InvalidRequest refused) {
            return false;
        }
    }
}
