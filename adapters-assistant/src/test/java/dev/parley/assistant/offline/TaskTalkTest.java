package dev.parley.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.Language;
import dev.parley.application.tool.RequestedCall;
import dev.parley.application.tool.ToolResult;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TaskTalkTest {

    private final ReplyWithTasks reply = new ReplyWithTasks();

    @Test
    void addsATask() {
        assertThat(answerTo("add a high priority task Call the bank #home #urgent"))
                .isEqualTo("Added “Call the bank” (high priority) #home #urgent.");
        assertThat(reply.tasks())
                .containsExactly(new KnownTask("id-1", "Call the bank", "high", List.of("home", "urgent"), false));
    }

    @Test
    void leavesToTheToolWhatIsNotSaid() {
        answerTo("add task: Buy milk");

        assertThat(reply.calls()).containsExactly(new RequestedCall("call_1", "add_task", "{\"title\":\"Buy milk\"}"));
    }

    @Test
    void listsTasks() {
        reply.with("Buy milk", "high", "home", "shop").withDone("Call the bank");

        assertThat(answerTo("list my tasks")).isEqualTo("""
                You have 2 tasks:
                1. Buy milk (high priority) #home #shop
                2. ✓ Call the bank (medium priority)""");
    }

    @Test
    void listsThoseThatPassTheFilter() {
        reply.with("Buy milk", "high", "home").with("Buy bread", "low", "home").withDone("Sleep");

        assertThat(answerTo("list my pending high priority #home tasks")).isEqualTo("""
                You have 1 pending task with high priority tagged #home:
                1. Buy milk (high priority) #home""");
        assertThat(answerTo("list completed tasks")).contains("1 completed task:", "✓ Sleep");
    }

    @Test
    void saysWhatIsLeftToDo() {
        reply.with("Buy milk").withDone("Sleep");

        assertThat(answerTo("What do I have to do?"))
                .contains("1 pending task", "Buy milk")
                .doesNotContain("Sleep");
    }

    @Test
    void saysThatThereAreNoTasks() {
        assertThat(answerTo("list my tasks")).startsWith("You have no tasks.");
        assertThat(answerTo("list my pending tasks")).isEqualTo("You have no pending tasks.");
        assertThat(answerTo("show tasks tagged home")).isEqualTo("You have no tasks tagged #home.");
    }

    @Test
    void saysHowManyTasksItDoesNotTell() {
        IntStream.rangeClosed(1, 33).forEach(i -> reply.with("Task " + i));

        assertThat(answerTo("list my tasks")).startsWith("You have 33 tasks:").endsWith("\n… and 3 more.");
    }

    @Test
    void searches() {
        reply.with("Buy milk").with("Sleep");

        assertThat(answerTo("search MILK")).isEqualTo("""
                I found 1 task with “MILK”:
                1. Buy milk (medium priority)""");
        assertThat(answerTo("find bread")).isEqualTo("I found no task with “bread”.");
    }

    @Test
    void listsTags() {
        assertThat(answerTo("list tags")).startsWith("You have no tags.");

        reply.with("Buy milk", "high", "home").with("Buy bread", "low", "home", "shop");

        assertThat(answerTo("which tags do I have?")).isEqualTo("""
                You have 2 tags:
                1. #home (2 tasks)
                2. #shop (1 task)""");
    }

    @Test
    void completesAndReopens() {
        reply.with("Buy milk");

        assertThat(answerTo("mark buy milk as done")).isEqualTo("Done: ✓ “Buy milk”.");
        assertThat(reply.tasks()).allMatch(KnownTask::completed);

        assertThat(answerTo("reopen Buy milk")).isEqualTo("Reopened “Buy milk”.");
        assertThat(reply.tasks()).noneMatch(KnownTask::completed);
    }

    @Test
    void doesNotCompleteTwice() {
        reply.withDone("Buy milk").with("Sleep");

        assertThat(answerTo("complete Buy milk")).isEqualTo("“Buy milk” is done already.");
        assertThat(answerTo("reopen Sleep")).isEqualTo("“Sleep” is not done yet anyway.");
        assertThat(reply.calls()).extracting(RequestedCall::name).containsOnly("list_tasks");
    }

    @Test
    void renames() {
        reply.with("Buy milk");

        assertThat(answerTo("rename Buy milk to Buy oat milk")).isEqualTo("Renamed “Buy milk” to “Buy oat milk”.");
        assertThat(reply.tasks()).extracting(KnownTask::title).containsExactly("Buy oat milk");
    }

    @Test
    void setsThePriority() {
        reply.with("Buy milk");

        assertThat(answerTo("make Buy milk high priority")).isEqualTo("“Buy milk” has high priority now.");
        assertThat(reply.tasks()).extracting(KnownTask::priority).containsExactly("high");
    }

    @Test
    void addsTagsToThoseThatThereAre() {
        reply.with("Buy milk", "low", "home");

        assertThat(answerTo("tag Buy milk with shop and HOME")).isEqualTo("“Buy milk” is tagged #home #shop now.");
        assertThat(reply.tasks()).extracting(KnownTask::tags).containsExactly(List.of("home", "shop"));
        assertThat(answerTo("tag Buy milk with home")).startsWith("“Buy milk” is tagged so already");
    }

    @Test
    void deletes() {
        reply.with("Buy milk").with("Sleep");

        assertThat(answerTo("delete Buy milk")).isEqualTo("Deleted “Buy milk”.");
        assertThat(reply.tasks()).extracting(KnownTask::title).containsExactly("Sleep");
    }

    @Test
    void asksBackWithoutCallingATool() {
        assertThat(answerTo("delete")).startsWith("Which task shall I delete?");
        assertThat(reply.calls()).isEmpty();
    }

    @Test
    void tellsWhyATaskWasNotAdded() {
        reply.answering(ToolResult.error("{\"success\":false,\"error\":\"The title is too long.\"}"));

        assertThat(answerTo("add task: Buy milk")).isEqualTo("That did not work: The title is too long.");
    }

    @Test
    void tellsErrorsThatAreNoJson() {
        reply.answering(ToolResult.error("There is no tool named list_tags."));

        assertThat(answerTo("list tags")).isEqualTo("That did not work: There is no tool named list_tags.");
    }

    @Test
    void admitsThatItCannotReadAResult() {
        reply.answering(ToolResult.of("{\"success\":true,\"task\":\n[cut off: the result has 99999 characters]"));

        assertThat(answerTo("add task: Buy milk")).contains("could not read", "may have done its work");
    }

    @Test
    void stopsAfterAnErrorOfTheFirstOfTwoCalls() {
        reply.with("Buy milk").answering(ToolResult.error("The tool failed."));

        assertThat(answerTo("delete Buy milk")).isEqualTo("That did not work: The tool failed.");
        assertThat(reply.tasks()).hasSize(1);
    }

    @Test
    void namesEveryCallOfAnAnswerDifferently() {
        reply.with("Buy milk");

        answerTo("delete Buy milk");

        assertThat(reply.calls()).extracting(RequestedCall::callId).containsExactly("call_1", "call_2");
    }

    private String answerTo(String message) {
        return new TaskTalk(new TaskTools(reply), Language.ENGLISH).answerTo(message);
    }
}
