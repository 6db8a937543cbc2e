package dev.parley.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.assistant.offline.Intent.Add;
import dev.parley.assistant.offline.Intent.Change;
import dev.parley.assistant.offline.Intent.Search;
import dev.parley.assistant.offline.Intent.Show;
import dev.parley.assistant.offline.Intent.ShowTags;
import dev.parley.assistant.offline.Intent.SmallTalk;
import dev.parley.assistant.offline.Intent.Unclear;
import dev.parley.assistant.offline.TaskChange.Complete;
import dev.parley.assistant.offline.TaskChange.Delete;
import dev.parley.assistant.offline.TaskChange.Prioritize;
import dev.parley.assistant.offline.TaskChange.Rename;
import dev.parley.assistant.offline.TaskChange.Reopen;
import dev.parley.assistant.offline.TaskChange.Tag;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntentsTest {

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
        assertThat(Intents.of(message)).isEqualTo(adding("Buy milk"));
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
        assertThat(Intents.of(message))
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
        assertThat(Intents.of(message)).isEqualTo(adding(title));
    }

    @ParameterizedTest
    @CsvSource({
        "list my tasks, , , ",
        "list tasks, , , ",
        "show me all the tasks, , , ",
        "what tasks do I have?, , , ",
        "tasks, , , ",
        "list my pending tasks, pending, , ",
        "Please show my open to-dos!, pending, , ",
        "which tasks are not done?, pending, , ",
        "list completed tasks, completed, , ",
        "list high priority tasks, , high, ",
        "show all my low-priority todos, , low, ",
        "list my #home tasks, , , home",
        "list my pending high priority #at-home tasks, pending, high, at-home",
        "show tasks tagged home, , , home",
        "show pending tasks tagged with #home, pending, , home",
        "list tasks with the tag 'home office', , , home office",
        "find tasks tagged home, , , home",
        "What do I have to do?, pending, , ",
        "what's on my list?, pending, , ",
        "what should i do next, pending, , "
    })
    void listsTasks(String message, String status, String priority, String tag) {
        assertThat(Intents.of(message))
                .isEqualTo(new Show(new TaskFilter(
                        Optional.ofNullable(status), Optional.ofNullable(priority), Optional.ofNullable(tag))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"list tags", "Which tags do I have?", "show me all my tags, please", "what are my tags", "tags"})
    void listsTags(String message) {
        assertThat(Intents.of(message)).isEqualTo(new ShowTags());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "search milk",
                "search for milk",
                "Search my tasks for \"milk\".",
                "find milk",
                "find tasks about milk",
                "can you look for milk?"
            })
    void searches(String message) {
        assertThat(Intents.of(message)).isEqualTo(new Search("milk"));
    }

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
        assertThat(Intents.of(message)).isEqualTo(new Change("Buy milk", new Complete()));
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
        assertThat(Intents.of(message)).isEqualTo(new Change("Buy milk", new Reopen()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rename Buy milk to Buy oat milk",
                "rename the task \"Buy milk\" to \"Buy oat milk\".",
                "Could you rename 'Buy milk' to Buy oat milk?"
            })
    void renames(String message) {
        assertThat(Intents.of(message)).isEqualTo(new Change("Buy milk", new Rename("Buy oat milk")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rename \"Go to the bank\" to Go to the post",
                "rename Go to the bank to \"Go to the post\"",
                "rename 'Go to the bank' to 'Go to the post'"
            })
    void quotesTellWhereATitleEnds(String message) {
        assertThat(Intents.of(message)).isEqualTo(new Change("Go to the bank", new Rename("Go to the post")));
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
        assertThat(Intents.of(message)).isEqualTo(new Change("Buy milk", new Prioritize("high")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tag Meeting with Bob with home, work",
                "tag Meeting with Bob with home and work",
                "tag \"Meeting with Bob\" with #home #work"
            })
    void tags(String message) {
        assertThat(Intents.of(message)).isEqualTo(new Change("Meeting with Bob", new Tag(List.of("home", "work"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete Buy milk", "Remove the task Buy milk, please.", "delete 'Buy milk'"})
    void deletes(String message) {
        assertThat(Intents.of(message)).isEqualTo(new Change("Buy milk", new Delete()));
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
        assertThat(Intents.of(message)).isInstanceOf(Unclear.class);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"delete '2',2", "delete \"everything\",everything", "delete the task called 'it',it"})
    void quotesMakeAnyWordATitle(String message, String title) {
        assertThat(Intents.of(message)).isEqualTo(new Change(title, new Delete()));
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
        assertThat(Intents.of(message)).isEqualTo(new SmallTalk());
    }

    private static Add adding(String title) {
        return new Add(title, Optional.empty(), List.of());
    }
}
