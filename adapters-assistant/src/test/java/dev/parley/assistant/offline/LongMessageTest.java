package dev.parley.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a long message holds, it is answered: what takes more than linear time takes minutes for it. */
class LongMessageTest {

    private static final int LENGTH = 25_000;

    private static final List<String> BEGINNINGS = List.of(
            "",
            "add task ",
            "add task \"",
            "list tasks tagged ",
            "list tasks",
            "complete ",
            "complete task ",
            "call ",
            "call x ",
            "call {");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                " ",
                "!",
                "\"",
                "“ ",
                " #a",
                "#",
                "task ",
                "tasks tagged ",
                "high priority ",
                "model",
                "can you do",
                "{",
                "[",
                "{\"a\":",
                "\n",
                "\u00a0",
                "\0",
                "İ",
                "🚢",
                "\ud83d"
            })
    @Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
    void isAnswered(String repeated) {
        String body = repeated.repeat(LENGTH / repeated.length());

        assertThat(BEGINNINGS).allSatisfy(beginning -> {
            assertThat(answerTo(beginning + body)).isNotEmpty();
            assertThat(answerTo(beginning + body + "x")).isNotEmpty();
        });
    }

    private static String answerTo(String message) {
        return new CommandHandler(new TaskClient(new ReplyWithTasks())).handle(CommandParser.parse(message));
    }
}
