package dev.parley.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.Language;
import dev.parley.assistant.offline.Intent.Change;
import dev.parley.assistant.offline.Intent.SmallTalk;
import dev.parley.assistant.offline.Intent.Unclear;
import dev.parley.assistant.offline.TaskChange.Complete;
import dev.parley.assistant.offline.TaskChange.Delete;
import dev.parley.assistant.offline.TaskChange.Prioritize;
import dev.parley.assistant.offline.TaskChange.Rename;
import dev.parley.assistant.offline.TaskChange.Reopen;
import dev.parley.assistant.offline.TaskChange.Tag;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntentsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "complete Buy milk",
                "Complete the task Buy milk.",
                "mark Buy milk as done",
                "mark \"Buy milk\" completed",
                "please finish Buy milk!",
                "check off the task called 'Buy milk'"
            })
    void completes(String message) {
        assertThat(Intents.of(message, Language.ENGLISH)).isEqualTo(new Change("Buy milk", new Complete()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reopen Buy milk",
                "mark Buy milk as not done",
                "mark “Buy milk” as pending",
                "uncomplete task Buy milk"
            })
    void reopens(String message) {
        assertThat(Intents.of(message, Language.ENGLISH)).isEqualTo(new Change("Buy milk", new Reopen()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rename Buy milk to Buy oat milk",
                "rename the task \"Buy milk\" to \"Buy oat milk\".",
                "Could you rename 'Buy milk' to Buy oat milk?"
            })
    void renames(String message) {
        assertThat(Intents.of(message, Language.ENGLISH)).isEqualTo(new Change("Buy milk", new Rename("Buy oat milk")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rename \"Go to the bank\" to Go to the post",
                "rename Go to the bank to \"Go to the post\"",
                "rename 'Go to the bank' to 'Go to the post'"
            })
    void quotesTellWhereATitleEnds(String message) {
        assertThat(Intents.of(message, Language.ENGLISH))
                .isEqualTo(new Change("Go to the bank", new Rename("Go to the post")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set priority of Buy milk to high",
                "set the priority of \"Buy milk\" to HIGH.",
                "change priority of Buy milk to high priority",
                "set Buy milk to high priority",
                "make Buy milk high priority",
                "mark Buy milk as a high-priority task"
            })
    void prioritizes(String message) {
        assertThat(Intents.of(message, Language.ENGLISH)).isEqualTo(new Change("Buy milk", new Prioritize("high")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tag Meeting with Bob with home, work",
                "tag Meeting with Bob with home and work",
                "tag \"Meeting with Bob\" with #home #work"
            })
    void tags(String message) {
        assertThat(Intents.of(message, Language.ENGLISH))
                .isEqualTo(new Change("Meeting with Bob", new Tag(List.of("home", "work"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete Buy milk", "Remove the task Buy milk, please.", "delete 'Buy milk'"})
    void deletes(String message) {
        assertThat(Intents.of(message, Language.ENGLISH)).isEqualTo(new Change("Buy milk", new Delete()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "add",
                "add task",
                "add task:",
                "add a high priority task #home",
                "new",
                "remind me to",
                "add tasks: one, two",
                "list",
                "show me",
                "list purple tasks",
                "list high and low priority tasks",
                "complete",
                "complete it",
                "mark",
                "mark as done",
                "reopen",
                "delete",
                "delete task",
                "delete all my completed tasks",
                "delete everything",
                "delete 2",
                "complete task #2",
                "rename",
                "rename Buy milk",
                "rename Go to the bank to Go to the post",
                "rename Buy milk to ''",
                "tag",
                "tag Buy milk",
                "tag Buy milk with #",
                "set priority of Buy milk",
                "set priority of Buy milk to purple",
                "search",
                "find tasks"
            })
    void asksBack(String message) {
        assertThat(Intents.of(message, Language.ENGLISH)).isInstanceOf(Unclear.class);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"delete '2',2", "delete \"everything\",everything", "delete the task called 'it',it"})
    void quotesMakeAnyWordATitle(String message, String title) {
        assertThat(Intents.of(message, Language.ENGLISH)).isEqualTo(new Change(title, new Delete()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "?!…",
                "#",
                "please",
                "hello",
                "Hello there!",
                "how do I connect a model?",
                "what can you do?",
                "Can you help me?",
                "help",
                "Tell me a joke",
                "What is a task?",
                "How do I add a task?",
                "Tagesschau",
                "additional words",
                "Mark is my friend",
                "first words",
                "New York is great",
                "make love, not war",
                "list my groceries",
                "Übersetze das 🚢"
            })
    void takesOtherTalkForNoTask(String message) {
        assertThat(Intents.of(message, Language.ENGLISH)).isEqualTo(new SmallTalk());
    }
}
