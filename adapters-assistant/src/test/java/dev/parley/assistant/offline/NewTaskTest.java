package dev.parley.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.Language;
import dev.parley.assistant.offline.Intent.Add;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewTaskTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "add task: Buy milk",
                "Add task Buy milk",
                "ADD TASK:Buy milk.",
                "add a task: Buy milk, please",
                "Please add a new task to Buy milk!",
                "Could you please create a task called “Buy milk”? Thanks!",
                "Hello, can you add a to-do: 'Buy milk'?",
                "new task Buy milk",
                "make a task \"Buy milk\"",
                "remind me to Buy milk",
                "todo: Buy milk",
                "add Buy milk to my list",
                "  add   task:\n Buy\tmilk  "
            })
    void addsATask(String message) {
        assertThat(Intents.of(message, Language.ENGLISH)).isEqualTo(adding("Buy milk"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "add a high priority task Call the bank #home #urgent",
                "create high-priority task: Call the bank #home #urgent",
                "new HIGH priority todo #home Call the bank #urgent",
                "add task Call the bank, high priority #home #urgent",
                "add task: Call the bank with high priority #home #urgent",
                "add task \"Call the bank\" (high priority) #home #urgent",
                "remind me to Call the bank #home #urgent (high priority)"
            })
    void addsATaskWithPriorityAndTags(String message) {
        assertThat(Intents.of(message, Language.ENGLISH))
                .isEqualTo(new Add("Call the bank", Optional.of("high"), List.of("home", "urgent")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "add task: Fix issue #12 | Fix issue #12",
                "add task \"Learn C#, then #rust\" | Learn C#, then #rust",
                "add task \"Say please\" | Say please",
                "add task: Bob's party | Bob's party",
                "add task: \"War\" and \"Peace\" | \"War\" and \"Peace\"",
                "add task: Buy a gift for me | Buy a gift for me",
                "add task: Find low priority bugs | Find low priority bugs",
                "add task: Delete the old task | Delete the old task",
                "add task: 明日の会議 🚢 | 明日の会議 🚢"
            })
    void keepsATitleAsItIs(String message, String title) {
        assertThat(Intents.of(message, Language.ENGLISH)).isEqualTo(adding(title));
    }

    private static Add adding(String title) {
        return new Add(title, Optional.empty(), List.of());
    }
}
