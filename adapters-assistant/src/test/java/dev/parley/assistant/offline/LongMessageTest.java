package dev.parley.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a message of the longest size holds, it is answered at once. */
class LongMessageTest {

    private static final int LONGEST_MESSAGE = 100_000;
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    private static final List<String> BEGINNINGS = List.of(
            "",
            "add task ",
            "add task \"",
            "add ",
            "list tasks tagged ",
            "show ",
            "mark ",
            "make ",
            "set ",
            "rename ",
            "rename \"",
            "tag ",
            "search ",
            "find ",
            "complete ",
            "please ");

    private static final List<String> REPETITIONS = List.of(
            "a",
            " ",
            "!",
            "\"",
            "' ",
            " #a",
            "#",
            " to ",
            " to '",
            " with ",
            " with tag ",
            " as done x",
            " high priority",
            ", please",
            "please ",
            "tasks tagged ",
            "tasks ",
            "not ",
            "\n",
            "İ",
            "🚢");

    @ParameterizedTest
    @MethodSource("repetitions")
    void isAnsweredAtOnce(String repeated) {
        String body = repeated.repeat(LONGEST_MESSAGE / repeated.length());

        assertTimeoutPreemptively(
                AT_ONCE,
                () -> assertThat(BEGINNINGS).allSatisfy(beginning -> {
                    assertThat(answerTo(beginning + body)).isNotEmpty();
                    assertThat(answerTo(beginning + body + "x")).isNotEmpty();
                }));
    }

    private static String answerTo(String message) {
        return new TaskTalk(new TaskTools(new ReplyWithTasks())).answerTo(message);
    }

    static Stream<String> repetitions() {
        return REPETITIONS.stream();
    }
}
