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
                "de-AT, en;q=0.5 | neue Aufgabe: Milch kaufen | Eine Aufgabe wird hinzugefügt… | Hinzugefügt: „Milch kaufen“"
                        + " (mittlere Priorität).",
                "fr | ajoute une tâche : Milch kaufen | Ajout d’une tâche… | Tâche ajoutée\u00a0: «\u202fMilch"
                        + " kaufen\u202f» (priorité moyenne).",
                "de | add task: Milch kaufen | Eine Aufgabe wird hinzugefügt… | Hinzugefügt: „Milch kaufen“ (mittlere"
                        + " Priorität).",
                "nl, de;q=0 | add task: Milch kaufen | Adding a task… | Added “Milch kaufen” (medium priority)."
            })
    void aUserIsUnderstoodAndAnsweredInTheOwnLanguage(
            String languages, String message, String progress, String answered) {
        Answer answer = user.say(session, message, languages);

        assertThat(answer.jsonEvents())
                .filteredOn(event -> event.at("/type").asString().equals("progress_update"))
                .extracting(event -> event.at("/text").asString())
                .containsExactly(progress);
        assertThat(answer.jsonEvents().getLast().at("/item/content/0/text").asString())
                .isEqualTo(answered);
        assertThat(user.get("/api/v1/tasks").data().at("/0/title").asString()).isEqualTo("Milch kaufen");
    }

    @Test
    void rowsSpeakTheLanguageOfTheUser() {
        user.say(session, "neue Aufgabe: Milch kaufen", "de");

        user.say(session, "zeige meine Aufgaben", "de");

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

    private List<Item> newest(int number) {
        ConversationRepository conversations = PARLEY.part(ConversationRepository.class);
        ConversationId thread = new ConversationId(UUID.fromString(session));
        return PARLEY.part(UnitOfWork.class).read(() -> conversations.latestItems(thread, PageLimit.ofClient(number)));
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
