package dev.parley.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.Language;
import dev.parley.application.tool.ToolResult;
import org.junit.jupiter.api.Test;

class LookupTest {

    private final ReplyWithTasks reply = new ReplyWithTasks();

    @Test
    void completesTheOneThatIsNotDone() {
        reply.withDone("Buy milk").with("Buy milk");

        assertThat(answerTo("complete Buy milk")).isEqualTo("Done: ✓ “Buy milk”.");
        assertThat(reply.tasks()).allMatch(KnownTask::completed);
    }

    @Test
    void takesAnExactTitleBeforeOthersThatHoldIt() {
        reply.with("Buy milk and bread").with("Buy milk");

        answerTo("delete BUY MILK");

        assertThat(reply.tasks()).extracting(KnownTask::title).containsExactly("Buy milk and bread");
    }

    @Test
    void takesTheOnlyTaskWithAPartOfTheTitle() {
        reply.with("Buy milk").with("Sleep");

        assertThat(answerTo("delete milk")).isEqualTo("Deleted “Buy milk”.");
    }

    @Test
    void asksWhichOfSeveralIsMeant() {
        reply.with("Buy milk").with("Drink milk", "high");

        assertThat(answerTo("delete milk")).isEqualTo("""
                Which one do you mean by “milk”? There are 2:
                1. Buy milk (medium priority)
                2. Drink milk (high priority)
                Say it again with the whole title.""");
        assertThat(reply.tasks()).hasSize(2);
        assertThat(reply.calls()).hasSize(1);
    }

    @Test
    void asksWhichOfTwoEqualOnesIsMeant() {
        reply.with("Buy milk").with("Buy milk", "high");

        assertThat(answerTo("complete Buy milk"))
                .startsWith("Which one do you mean")
                .endsWith("I cannot tell tasks with the same title apart.");
        assertThat(reply.tasks()).noneMatch(KnownTask::completed);
    }

    @Test
    void doesNotTakeThePartForTheOnlyOneWhileThereAreMore() {
        reply.answering(ToolResult.of("{\"success\":true,\"tasks\":[" + task("Buy milk") + "],\"total\":31}"));

        assertThat(answerTo("delete milk")).startsWith("Which one do you mean").contains("and 30 more");
        assertThat(reply.calls()).hasSize(1);
    }

    @Test
    void doesNotTakeATaskThatOnlyMentionsTheTitle() {
        reply.answering(ToolResult.of("{\"success\":true,\"tasks\":[" + task("Breakfast") + "],\"total\":1}"));

        assertThat(answerTo("delete milk")).isEqualTo("I found no task with the title “milk”.");
        assertThat(reply.calls()).hasSize(1);
    }

    @Test
    void saysThatNoTaskIsMeant() {
        assertThat(answerTo("delete Buy milk")).isEqualTo("I found no task with the title “Buy milk”.");
    }

    @Test
    void quotesALongTitleShortly() {
        assertThat(answerTo("delete " + "🚢".repeat(50_000)))
                .hasSizeLessThan(250)
                .endsWith("🚢…”.");
    }

    private String answerTo(String message) {
        return new TaskTalk(new TaskTools(reply), Language.ENGLISH).answerTo(message);
    }

    private static String task(String title) {
        return "{\"id\":\"1\",\"title\":\"" + title + "\",\"priority\":\"low\",\"tags\":[],\"completed\":false,"
                + "\"created_at\":\"2026-01-02T03:04:05Z\",\"updated_at\":\"2026-01-02T03:04:05Z\"}";
    }
}
