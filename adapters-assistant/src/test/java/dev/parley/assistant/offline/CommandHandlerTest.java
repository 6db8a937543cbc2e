package dev.parley.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.tool.RequestedCall;
import dev.parley.application.tool.ToolResult;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommandHandlerTest {

    private final ReplyWithTasks reply = new ReplyWithTasks();

    @Test
    void addsATask() {
        assertThat(answerTo("add a high priority task Call the bank #home #urgent"))
                .isEqualTo("Added “Call the bank” (high priority) #home #urgent.");
        assertThat(reply.tasks())
                .containsExactly(new TaskSummary("id-1", "Call the bank", "high", List.of("home", "urgent"), false));
    }

    @Test
    void leavesToTheToolWhatIsNotGiven() {
        answerTo("add task: Buy milk");
        answerTo("list tasks");

        assertThat(reply.calls())
                .extracting(RequestedCall::arguments)
                .containsExactly("{\"title\":\"Buy milk\"}", "{\"limit\":30}");
    }

    @Test
    void listsTasks() {
        reply.with("Buy milk", "high", "home", "shop").withDone("Call\nthe bank");

        assertThat(answerTo("list my tasks")).isEqualTo("""
                You have 2 tasks:
                - Buy milk (high priority) #home #shop
                - ✓ Call the bank (medium priority)""");
    }

    @Test
    void listsThoseThatPassTheFilter() {
        reply.with("Buy milk", "high", "home").with("Buy bread", "low", "home").withDone("Sleep");

        assertThat(answerTo("list my pending high priority tasks tagged home")).isEqualTo("""
                You have 1 pending high priority task tagged #home:
                - Buy milk (high priority) #home""");
        assertThat(answerTo("list completed tasks")).isEqualTo("""
                You have 1 completed task:
                - ✓ Sleep (medium priority)""");
        assertThat(answerTo("list low priority tasks tagged x")).isEqualTo("You have no low priority tasks tagged #x.");
    }

    @Test
    void saysHowManyTasksItLeavesOut() {
        IntStream.rangeClosed(1, 33).forEach(i -> reply.with("Task " + i));

        assertThat(answerTo("list my tasks")).startsWith("You have 33 tasks:").endsWith("\n… and 3 more");
    }

    @Test
    void completesAndReopens() {
        reply.with("Buy milk");

        assertThat(answerTo("complete BUY milk")).isEqualTo("Completed “Buy milk” (medium priority).");
        assertThat(reply.tasks()).allMatch(TaskSummary::completed);

        assertThat(answerTo("reopen Buy milk")).isEqualTo("Reopened “Buy milk” (medium priority).");
        assertThat(reply.tasks()).noneMatch(TaskSummary::completed);
    }

    @Test
    void completesTheOneThatIsNotDone() {
        reply.withDone("Buy milk").with("Buy milk");

        answerTo("complete Buy milk");

        assertThat(reply.tasks()).hasSize(2).allMatch(TaskSummary::completed);
    }

    @Test
    void doesNotCompleteTwice() {
        reply.withDone("Buy milk").with("Sleep");

        assertThat(answerTo("complete Buy milk")).isEqualTo("I found no pending task with “Buy milk”.");
        assertThat(answerTo("reopen Sleep")).isEqualTo("I found no completed task with “Sleep”.");
        assertThat(reply.calls()).extracting(RequestedCall::name).containsOnly("list_tasks");
    }

    @Test
    void deletesTheOneWithTheWholeTitle() {
        reply.with("Buy milk and bread").with("Buy milk");

        assertThat(answerTo("delete buy MILK")).isEqualTo("Deleted “Buy milk” (medium priority).");
        assertThat(reply.tasks()).extracting(TaskSummary::title).containsExactly("Buy milk and bread");
    }

    @Test
    void aPartOfATitleIsNotEnough() {
        reply.with("Buy milk");

        assertThat(answerTo("delete milk")).isEqualTo("""
                I found no single task with the title “milk”. Write the whole title of one of these, or call a tool with its id:
                - Buy milk (medium priority)""");
        assertThat(reply.tasks()).hasSize(1);
    }

    @Test
    void doesNotChooseAmongEqualTitles() {
        reply.with("Buy milk").with("Buy milk", "high");

        assertThat(answerTo("delete Buy milk"))
                .startsWith("I found no single task")
                .contains("(high priority)");
        assertThat(reply.tasks()).hasSize(2);
    }

    @Test
    void looksTasksUpWithoutShowingThem() {
        answerTo("delete Buy milk");

        assertThat(reply.calls())
                .extracting(RequestedCall::arguments)
                .containsExactly(
                        "{\"limit\":30,\"search\":\"Buy milk\",\"show\":false,\"sort\":\"title\",\"status\":\"all\"}");
    }

    @Test
    void callsAnyTool() {
        reply.answering(ToolResult.of("{\"rolled\":6}"));

        assertThat(answerTo("call roll_dice {\"dice\": 1}")).isEqualTo("roll_dice returned: {\"rolled\":6}");
        assertThat(reply.calls()).containsExactly(new RequestedCall("call_1", "roll_dice", "{\"dice\": 1}"));
    }

    @Test
    void tellsWhyAToolFailed() {
        reply.answering(ToolResult.error("There is no tool named nothing."));

        assertThat(answerTo("call nothing {\"broken")).isEqualTo("nothing failed: There is no tool named nothing.");
        assertThat(reply.calls()).extracting(RequestedCall::arguments).containsExactly("{\"broken");
    }

    @Test
    void tellsWhyATaskWasNotAdded() {
        reply.answering(ToolResult.error("{\"success\":false,\"error\":\"The title is too long.\"}"))
                .answering(ToolResult.error("There is no tool named add_task."))
                .answering(ToolResult.error("{\"error\":{}}"));

        assertThat(answerTo("add task: Buy milk")).isEqualTo("That did not work: The title is too long.");
        assertThat(answerTo("add task: Buy milk")).isEqualTo("That did not work: There is no tool named add_task.");
        assertThat(answerTo("add task: Buy milk")).isEqualTo("That did not work: {\"error\":{}}");
    }

    @Test
    void admitsThatItCannotReadAResult() {
        reply.answering(ToolResult.of("{\"success\":true,\"task\":\n[cut off: the result has 99999 characters]"))
                .answering(ToolResult.of("{}"));

        assertThat(answerTo("add task: Buy milk")).contains("unreadable", "may have done its work");
        assertThat(answerTo("add task: Buy milk")).contains("unreadable", "may have done its work");
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

    @Test
    void titlesAreNoPatterns() {
        assertThat(answerTo("add task: {0} 'x' %s $1 \\")).isEqualTo("Added “{0} 'x' %s $1 \\” (medium priority).");
    }

    @Test
    void quotesWhatIsLongInPart() {
        String ships = "🚢".repeat(50_000);
        reply.answering(ToolResult.error(ships)).answering(ToolResult.of(ships));

        assertThat(answerTo("add task: " + ships)).hasSizeLessThan(2_100).endsWith("🚢…");
        assertThat(answerTo("call " + ships)).hasSizeLessThan(2_300).endsWith("🚢…");
        assertThat(answerTo("delete " + ships)).hasSizeLessThan(300).contains("🚢…”");
        assertThat(answerTo(ships)).hasSizeLessThan(400).contains("🚢…”");
    }

    private String answerTo(String message) {
        return new CommandHandler(new TaskClient(reply)).handle(CommandParser.parse(message));
    }
}
