package dev.parley.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.RunningParley;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What Parley itself says is said in the language that the request asks for. */
class ResponseLanguageTest {

    private static final String NOWHERE = "/api/v1/chatkit/sessions/00000000-0000-7000-8000-000000000000";
    private static final String CHATKIT = "/api/v1/chatkit";

    private final RunningParley parley = RunningParley.shared();
    private final Api user = parley.someone();

    @AfterEach
    void echo() {
        parley.assistant().reset();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | There is no session with this id. | en",
                "de | Es gibt keine Sitzung mit dieser Id. | de",
                "de-CH, en;q=0.7 | Es gibt keine Sitzung mit dieser Id. | de",
                "nl, fr;q=0.9 | Il n’y a pas de session avec cet identifiant. | fr",
                "nl | There is no session with this id. | en",
                "sv,da;q=0.9,nb;q=0.8,fi;q=0.7,et;q=0.6,lv;q=0.5,lt;q=0.4,pl;q=0.3,cs;q=0.2,sk;q=0.1,hu;q=0.1,de;q=0.1"
                        + " | Es gibt keine Sitzung mit dieser Id. | de",
                "no;q=x, de;q=0.5, !!, fr;q=0.6 | Il n’y a pas de session avec cet identifiant. | fr",
            })
    void aRefusalIsSaidInTheLanguageOfTheRequest(String header, String message, String language) {
        Answer answer = in(header, user, NOWHERE);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("SESSION_NOT_FOUND");
        assertThat(answer.message()).isEqualTo(message);
        assertThat(answer.header("Content-Language")).isEqualTo(language);
    }

    @Test
    void anyNumberOfLanguagesIsRead() {
        String header = "x-y,".repeat(1500) + "de;q=0.1";

        assertThat(in(header, user, NOWHERE).message()).isEqualTo("Es gibt keine Sitzung mit dieser Id.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "!!", "de;q=x", "de;q=0", "*"})
    void aHeaderThatNamesNoLanguageIsAnsweredInEnglish(String header) {
        assertThat(in(header, user, NOWHERE).message()).isEqualTo("There is no session with this id.");
    }

    @Test
    void whoHasNoTokenIsToldSoInTheirLanguage() {
        assertThat(in("de", parley.anonymous(), NOWHERE).message()).startsWith("Ein Bearer-Token ist nötig");
    }

    @Test
    void whatStandsNowhereIsToldInTheirLanguage() {
        assertThat(in("fr", user, "/api/v1/nothing").message()).isEqualTo("Il n’y a rien à cette adresse.");
    }

    @Test
    void aFieldKeepsItsNameInEveryLanguage() {
        Answer answer = user.send(
                CHATKIT,
                request -> request.POST(BodyPublishers.ofString("{\"type\":\"items.list\",\"params\":{}}"))
                        .header("Content-Type", "application/json")
                        .header("Accept-Language", "de"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo("params.thread_id fehlt");
    }

    @Test
    void clientsOfOpenAisApiAreAnsweredInTheirLanguage() {
        Answer answer = in("fr", parley.backend(), "/v1/chatkit/threads/none");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.message()).isEqualTo("Il n’y a pas de fil avec cet identifiant.");
    }

    @Test
    void whatTheComponentShowsIsInTheUsersLanguage() {
        JsonNode refused = create("de", "x".repeat(501)).jsonEvents().getFirst();

        assertThat(refused.at("/code").asString()).isEqualTo("custom");
        assertThat(refused.at("/message").asString())
                .isEqualTo("Eine Nachricht darf höchstens 500 Zeichen haben; diese hat 501.");
    }

    @Test
    void aRunThatFailsSaysSoInTheLanguageOfWhoReadsIt() {
        parley.assistant().follow((turn, reply) -> {
            reply.text("Well, ");
            throw new IllegalStateException("broken on purpose");
        });

        Answer german = create("de", "hi");
        String session = german.jsonEvents().getFirst().at("/thread/id").asString();
        String run = german.header("X-Run-Id");
        Answer french = in("fr", user, Api.runsOf(session) + "/" + run + "/events");

        assertThat(german.jsonEvents().getLast().at("/message").asString())
                .startsWith("Der Assistent konnte nicht antworten.");
        assertThat(french.jsonEvents().getLast().at("/message").asString())
                .startsWith("L’assistant n’a pas pu répondre.");
    }

    @Test
    void theAssistantIsToldWhatTheUserLikesBestThoughParleyDoesNotSpeakIt() {
        AtomicReference<String> told = new AtomicReference<>();
        parley.assistant().follow((turn, reply) -> told.set(turn.locale()));

        create("de;q=0.5, nl", "hi");

        assertThat(told).hasValue("nl");
    }

    private Answer create(String language, String text) {
        String body = """
                {"type":"threads.create","params":{"input":{"content":[{"type":"input_text","text":"%s"}],\
                "attachments":[],"inference_options":{}}}}""".formatted(text);
        return user.send(
                CHATKIT,
                request -> request.POST(BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json")
                        .header("Accept-Language", language));
    }

    private static Answer in(String language, Api api, String path) {
        return api.send(path, request -> request.GET().header("Accept-Language", language));
    }
}
