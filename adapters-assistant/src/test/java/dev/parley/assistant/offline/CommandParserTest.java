package dev.parley.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.assistant.offline.Command.AddTask;
import dev.parley.assistant.offline.Command.CallTool;
import dev.parley.assistant.offline.Command.CompleteTask;
import dev.parley.assistant.offline.Command.DeleteTask;
import dev.parley.assistant.offline.Command.Echo;
import dev.parley.assistant.offline.Command.Help;
import dev.parley.assistant.offline.Command.ListTasks;
import dev.parley.assistant.offline.Command.ReopenTask;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandParserTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "add task: Buy milk",
                "Add task Buy milk",
                "ADD TASK:Buy milk",
                "add a new task: Buy milk",
                "add task: \"Buy milk\"",
                "add task “Buy milk”",
                "  add   task:\n Buy\tmilk\u00a0 "
            })
    void addsATask(String message) {
        assertThat(CommandParser.parse(message)).isEqualTo(adding("Buy milk"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "add a high priority task Call the bank #home #urgent",
                "add HIGH-priority task: #home Call the bank #urgent #home",
                "add a high priority task: \"Call the bank\" #home #urgent"
            })
    void addsATaskWithPriorityAndTags(String message) {
        assertThat(CommandParser.parse(message))
                .isEqualTo(new AddTask("Call the bank", Optional.of("high"), List.of("home", "urgent")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "add task: Fix issue #12 | Fix issue #12",
                "add task \"Learn C#, then #rust\" | Learn C#, then #rust",
                "add task: Bob's party! | Bob's party!",
                "add task: \"War\" and \"Peace\" | \"War\" and \"Peace\"",
                "add task: \" | \"",
                "add task: Find low priority bugs | Find low priority bugs",
                "add task: delete the old task | delete the old task",
                "add task: 明日の会議 🚢 | 明日の会議 🚢"
            })
    void keepsATitleAsItIs(String message, String title) {
        assertThat(CommandParser.parse(message)).isEqualTo(adding(title));
    }

    @Test
    void aHashtagInQuotesIsPartOfTheTitle() {
        assertThat(CommandParser.parse("add task: “Read #1 of #argo now” #home"))
                .isEqualTo(new AddTask("Read #1 of #argo now", Optional.empty(), List.of("home")));
    }

    @Test
    void keepsWhatNoDatabaseCan() {
        assertThat(CommandParser.parse("add task: a\0b\ud83d")).isEqualTo(adding("a\0b\ud83d"));
        assertThat(CommandParser.parse("a\0b\ud83d")).isEqualTo(new Echo("a\0b\ud83d"));
    }

    @ParameterizedTest
    @CsvSource({
        "list my tasks, , , ",
        "list tasks, , , ",
        "Show me all my tasks., , , ",
        "list my pending tasks, pending, , ",
        "list COMPLETED tasks!, completed, , ",
        "list high priority tasks, , high, ",
        "show my pending low-priority tasks, pending, low, ",
        "list tasks tagged home, , , home",
        "list pending tasks tagged #home?, pending, , home",
        "list tasks tagged “home office”, , , home office",
    })
    void listsTasks(String message, String status, String priority, String tag) {
        assertThat(CommandParser.parse(message))
                .isEqualTo(new ListTasks(
                        Optional.ofNullable(status), Optional.ofNullable(priority), Optional.ofNullable(tag)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete Buy milk", "Complete the task Buy milk", "COMPLETE task: “Buy milk”"})
    void completesATask(String message) {
        assertThat(CommandParser.parse(message)).isEqualTo(new CompleteTask("Buy milk"));
    }

    @Test
    void reopensATask() {
        assertThat(CommandParser.parse("reopen Buy milk")).isEqualTo(new ReopenTask("Buy milk"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"delete Buy milk,Buy milk", "delete the dishes,the dishes", "delete \"task 1\",task 1"})
    void deletesATask(String message, String title) {
        assertThat(CommandParser.parse(message)).isEqualTo(new DeleteTask(title));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "call echo {\"text\":\"a  b\"} | echo | {\"text\":\"a  b\"}",
                "Call echo{} | echo | {}",
                "call echo | echo | {}",
                "call  office-echo \t [1, 2 | office-echo | [1, 2",
            })
    void callsATool(String message, String name, String arguments) {
        assertThat(CommandParser.parse(message)).isEqualTo(new CallTool(name, arguments));
    }

    @Test
    void argumentsMayHaveSeveralLines() {
        assertThat(CommandParser.parse("\n call echo\n{\n  \"a\": 1\n}"))
                .isEqualTo(new CallTool("echo", "{\n  \"a\": 1\n}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n",
                "hello",
                "Hello! What can you do?",
                "HELP",
                "hi",
                "what can you do?",
                "How do I connect a model?"
            })
    void helps(String message) {
        assertThat(CommandParser.parse(message)).isEqualTo(new Help());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tell me a joke",
                "add",
                "add task",
                "add task: ",
                "list",
                "list my groceries",
                "complete",
                "delete",
                "call",
                "caller {}",
                "completed it",
                "Hilde",
                "#",
                "?!…",
                "neue Aufgabe: Milch kaufen",
                "affiche mes tâches"
            })
    void repeatsAllElse(String message) {
        assertThat(CommandParser.parse(message)).isEqualTo(new Echo(message.strip()));
    }

    private static AddTask adding(String title) {
        return new AddTask(title, Optional.empty(), List.of());
    }
}
