package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.Widget;
import dev.parley.domain.shared.PageLimit;
import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class TaskConversationTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ParleyServer PARLEY = ParleyServer.withItsAssistant(DATABASE);

    private final Api user = PARLEY.someone();
    private final String session = user.newSession();

    @AfterAll
    static void stop() {
        PARLEY.close();
        DATABASE.close();
    }

    @Test
    void aTaskThatIsAskedForIsAddedToldAndInTheHistory() {
        Answer answer = user.say(session, "Add task: Buy milk");

        assertThat(answer.events()).last().isEqualTo("[DONE]");
        assertThat(answer.jsonEvents())
                .extracting(event -> event.at("/type").asString())
                .contains("progress_update")
                .doesNotContain("error");
        assertThat(user.get("/api/v1/tasks").data().at("/0/title").asString()).isEqualTo("Buy milk");
        JsonNode answered = user.session(session).data().at("/messages/1");
        assertThat(answered.at("/tool_calls/0/function/name").asString()).isEqualTo("add_task");
        assertThat(answered.at("/tool_calls/0/result").asString()).contains("\"success\":true");
        assertThat(answered.at("/content/0/text").asString()).contains("Buy milk");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de-AT, en;q=0.5 | Eine Aufgabe wird hinzugefügt…",
                "fr              | Ajout d’une tâche…",
                "nl, de;q=0      | Adding a task…"
            })
    void progressIsInTheLanguageOfTheUser(String languages, String progress) {
        Answer answer = user.say(session, "add task: Milch kaufen", languages);

        assertThat(answer.jsonEvents())
                .filteredOn(event -> event.at("/type").asString().equals("progress_update"))
                .extracting(event -> event.at("/text").asString())
                .containsExactly(progress);
        assertThat(textOf(answer)).isEqualTo("Added “Milch kaufen” (medium priority).");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "call list_tags             | list_tags returned: {\"success\":true,\"tags\":[]}",
                "call nothing {}            | nothing failed: There is no tool named nothing.",
                "call list_tags {\"a\": 1}    | list_tags failed: The arguments do not fit the tool's schema: ",
                "call add_task {\"title\":    | add_task failed: The arguments are not valid JSON: ",
                "call add_task {\"title\": \"\\u0000\"} | add_task failed: {\"success\":false,",
                "call add_task {\"title\": \"\\ud83d\"} | add_task failed: {\"success\":false,"
            })
    void anyToolCanBeCalled(String message, String answered) {
        Answer answer = user.say(session, message);

        assertThat(answer.events()).last().isEqualTo("[DONE]");
        assertThat(textOf(answer)).startsWith(answered);
    }

    @Test
    void aTitleThatIsTooLongIsRefusedInTheAnswer() {
        assertThat(textOf(user.say(session, "add task: " + "milk ".repeat(60))))
                .startsWith("That did not work: ")
                .contains("200");
    }

    @Test
    void aTaskWithATitleInQuotesIsFoundByIt() {
        user.say(session, "add task: “Say \"hi\", #now”");

        user.say(session, "delete “say \"HI\", #now”");

        assertThat(user.get("/api/v1/tasks").data().size()).isZero();
        assertThat(user.session(session).data().at("/messages/3/content/0/text").asString())
                .isEqualTo("Deleted “Say \"hi\", #now” (medium priority).");
    }

    @Test
    void rowsSpeakTheLanguageOfTheUser() {
        user.say(session, "add task: Milch kaufen", "de");

        user.say(session, "list my tasks", "de");

        assertThat(newest(2).getFirst())
                .isInstanceOfSatisfying(
                        Widget.class, list -> assertThat(list.widget().text()).contains("\"Löschen\""));
    }

    @Test
    void aTaskIsCompletedByItsTitle() {
        user.say(session, "Add task: Buy milk");

        user.say(session, "complete buy milk");

        assertThat(user.get("/api/v1/tasks").data().at("/0/completed").asBoolean())
                .isTrue();
    }

    @Test
    void aListIsShownAsRowsBehindTheStoredResultAndBeforeTheAnswer() {
        user.say(session, "Add task: Buy milk");

        user.say(session, "list my tasks");

        assertThat(newest(3))
                .extracting(item -> item.getClass().getSimpleName())
                .containsExactly("ToolCall", "Widget", "AssistantMessage");
        assertThat(newest(2).getFirst())
                .isInstanceOfSatisfying(
                        Widget.class,
                        list -> assertThat(list.widget().text()).contains("Buy milk", "task.complete", "task.delete"));
    }

    @Test
    void aTaskThatIsOnlyLookedUpShowsNoRows() {
        user.say(session, "Add task: Buy milk");

        user.say(session, "complete buy milk");

        assertThat(newest(100)).noneMatch(Widget.class::isInstance);
    }

    private static String textOf(Answer answer) {
        return answer.jsonEvents().getLast().at("/item/content/0/text").asString();
    }

    private List<Item> newest(int number) {
        ConversationRepository conversations = PARLEY.part(ConversationRepository.class);
        ConversationId thread = new ConversationId(UUID.fromString(session));
        return PARLEY.part(UnitOfWork.class)
                .read(() -> conversations.latestItems(thread, Long.MAX_VALUE, PageLimit.ofClient(number)));
    }

    @Test
    void oneUsersTasksAreNotAnothers() {
        user.say(session, "Add task: Buy milk");
        Api stranger = PARLEY.someone();

        stranger.say(stranger.newSession(), "delete Buy milk");

        assertThat(user.get("/api/v1/tasks").data().size()).isEqualTo(1);
        assertThat(stranger.get("/api/v1/tasks").data().size()).isZero();
    }
}
