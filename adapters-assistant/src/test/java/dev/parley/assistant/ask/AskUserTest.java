package dev.parley.assistant.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.Secrets;
import dev.parley.application.testing.RecordingReply;
import dev.parley.application.tool.RequestedCall;
import dev.parley.assistant.schema.JsonSchemaCheck;
import dev.parley.domain.item.Question;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskUserTest {

    private final AskUser askUser = new AskUser();
    private final RecordingReply reply = new RecordingReply();

    @Test
    void questionsOfAllTypesAreAsked() {
        Optional<String> problem = ask("""
                {"questions": [
                  {"id": "shop", "question": "Where?", "type": "single", "options": ["here", "there"]},
                  {"id": "days", "question": "When?", "type": "multiple", "options": ["today"]},
                  {"id": "why", "question": "Why?", "type": "text", "description": "In a word"}
                ]}""");

        assertThat(problem).isEmpty();
        assertThat(reply.asked())
                .containsExactly(
                        new Question.MultipleChoice("shop", "Where?", List.of("here", "there"), false, null),
                        new Question.MultipleChoice("days", "When?", List.of("today"), true, null),
                        new Question.Freeform("why", "Why?", "In a word", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"questions\": []}",
                "{\"questions\": [{\"id\": \"a\", \"question\": \"\", \"type\": \"text\"}]}",
                "{\"questions\": [{\"id\": \"a\", \"question\": \"Why?\", \"type\": \"date\"}]}",
                "{\"questions\": [{\"question\": \"Why?\", \"type\": \"text\"}]}",
                "Why?"
            })
    void whatTheSchemaDoesNotAllowIsNotAsked(String arguments) {
        assertThat(new JsonSchemaCheck(Secrets.NONE).problem(askUser.definition(), arguments))
                .isPresent();
    }

    @Test
    void elevenQuestionsAreTooMany() {
        String questions = IntStream.range(0, 11)
                .mapToObj("{\"id\": \"q%d\", \"question\": \"Why?\", \"type\": \"text\"}"::formatted)
                .collect(Collectors.joining(","));

        assertThat(new JsonSchemaCheck(Secrets.NONE)
                        .problem(askUser.definition(), "{\"questions\": [" + questions + "]}"))
                .isPresent();
    }

    @Test
    void twoQuestionsOfOneIdAreRefused() {
        Optional<String> problem = ask("""
                {"questions": [
                  {"id": "why", "question": "Why?", "type": "text"},
                  {"id": "why", "question": "Why so?", "type": "text"}
                ]}""");

        assertThat(problem).contains("Two questions have the id why.");
        assertThat(reply.asked()).isEmpty();
    }

    @Test
    void aChoiceWithoutOptionsIsRefused() {
        assertThat(ask("{\"questions\": [{\"id\": \"shop\", \"question\": \"Where?\", \"type\": \"single\"}]}"))
                .contains("The question shop needs options to pick from.");
        assertThat(reply.asked()).isEmpty();
    }

    @Test
    void optionsOfFreeTextAreRefused() {
        assertThat(
                        ask(
                                "{\"questions\": [{\"id\": \"why\", \"question\": \"Why?\", \"type\": \"text\", \"options\": [\"a\"]}]}"))
                .contains("The question why is for free text and must not have options.");
        assertThat(reply.asked()).isEmpty();
    }

    private Optional<String> ask(String arguments) {
        assertThat(new JsonSchemaCheck(Secrets.NONE).problem(askUser.definition(), arguments))
                .isEmpty();
        return askUser.begin(new RequestedCall("call_1", AskUser.NAME, arguments), reply);
    }
}
