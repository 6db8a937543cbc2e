package dev.parley.web.chatkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.application.run.IncomingMessage;
import dev.parley.domain.attachment.AttachmentId;
import dev.parley.domain.conversation.UserInput;
import dev.parley.domain.item.InferenceOptions;
import dev.parley.domain.item.InputTag;
import dev.parley.domain.item.InputText;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.Json;
import dev.parley.web.testing.RunningParley;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireUserInputTest {

    @Test
    void allThatAnInputMayHave() {
        assertThat(said("""
                {"content": [
                   {"type": "input_text", "text": "What of "},
                   {"type": "input_tag", "id": "ship-1", "text": "@Argo", "group": "ships", "interactive": true,
                    "data": { "z": 1.0, "a": [1E2, -0, 123456789012345678901234567890, null, true],
                              "text": "\\u00e9\\n\\u0000 \\/" }}],
                 "attachments": ["atc_000000000000000000000001", "atc_000000000000000000000002"], "quoted_text": "she floats",
                 "inference_options": {"tool_choice": {"id": "search"}, "model": "small"}, "later": [1]}"""))
                .isEqualTo(new IncomingMessage(
                        new UserInput(
                                List.of(
                                        new InputText("What of "),
                                        new InputTag(
                                                "ship-1",
                                                "@Argo",
                                                new Json(
                                                        "{\"z\":1.0,\"a\":[1E2,-0,123456789012345678901234567890,null,true],"
                                                                + "\"text\":\"é\\n\\u0000 /\"}"),
                                                "ships",
                                                true)),
                                List.of(),
                                "she floats",
                                new InferenceOptions("small", "search")),
                        List.of(
                                AttachmentId.of("atc_000000000000000000000001"),
                                AttachmentId.of("atc_000000000000000000000002"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'content': [{'type': 'input_tag', 'id': 'a', 'text': 'b'}]}",
                "{'content': [{'type': 'input_tag', 'id': 'a', 'text': 'b', 'data': {}, 'group': null}], 'attachments': []}",
                "{'content': [{'type': 'input_tag', 'id': 'a', 'text': 'b', 'interactive': false}], 'quoted_text': null}",
                "{'content': [{'type': 'input_tag', 'id': 'a', 'text': 'b'}], 'quoted_text': '', 'inference_options': {}}",
                "{'content': [{'type': 'input_tag', 'id': 'a', 'text': 'b'}], 'inference_options': {}}",
                "{'content': [{'type': 'input_tag', 'id': 'a', 'text': 'b'}], 'inference_options': {'tool_choice': null}}",
            })
    void allThatAnInputNeeds(String json) {
        assertThat(said(json.replace('\'', '"')))
                .isEqualTo(new IncomingMessage(
                        new UserInput(List.of(new InputTag("a", "b", Json.EMPTY_OBJECT, null, false))), List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | input.content",
                "{'content': [null]} | input.content[0]",
                "{'content': [{'text': 'a'}]} | input.content[0].type",
                "{'content': [{'type': 'image'}]} | input.content[0].type",
                "{'content': [{'type': 'input_tag', 'text': 'a'}]} | input.content[0].id",
                "{'content': [{'type': 'input_tag', 'id': '', 'text': 'a'}]} | input.content[0].id",
                "{'content': [{'type': 'input_tag', 'id': 'a\\u0000', 'text': 'a'}]} | input.content[0].id",
                "{'content': [{'type': 'input_tag', 'id': 'a'}]} | input.content[0].text",
                "{'content': [{'type': 'input_tag', 'id': 'a', 'text': 'b', 'data': []}]} | input.content[0].data",
                "{'content': [{'type': 'input_tag', 'id': 'a', 'text': 'b', 'data': null}]} | input.content[0].data",
                "{'content': [{'type': 'input_tag', 'id': 'a', 'text': 'b', 'data': {'c': '\\ud800'}}]} | input.content[0].data",
                "{'content': [{'type': 'input_tag', 'id': 'a', 'text': 'b', 'group': ''}]} | input.content[0].group",
                "{'content': [], 'attachments': [null]} | input.attachments[0]",
                "{'content': [], 'attachments': ['atc_000000000000000000000001', '']} | input.attachments[1]",
                "{'content': [], 'inference_options': {'model': ''}} | input.inference_options.model",
                "{'content': [], 'inference_options': {'tool_choice': {}}} | input.inference_options.tool_choice.id",
            })
    void whatCannotBeIsRefusedByTheNameOfItsField(String json, String field) {
        assertThat(refused(json.replace('\'', '"')).field()).isEqualTo(field);
    }

    @Test
    void everythingIsBounded() {
        String tag = "{\"type\":\"input_tag\",\"id\":\"a\",\"text\":\"b\",\"data\":{\"c\":\"%s\"}}";

        said("{\"content\":[%s]}".formatted(tag.formatted("é".repeat(32_764))));
        assertThat(refused("{\"content\":[%s]}".formatted(tag.formatted("é".repeat(32_765))))
                        .field())
                .isEqualTo("input.content[0].data");
        assertThat(refused("{\"content\":[%s]}".formatted(many(tag, 101))).field())
                .isEqualTo("input.content");
        assertThat(refused("{\"content\":[],\"attachments\":[%s]}".formatted(many("\"a\"", 101)))
                        .field())
                .isEqualTo("input.attachments");
        assertThat(refused("{\"content\":[],\"attachments\":[\"%s\"]}".formatted("a".repeat(1_001)))
                        .field())
                .isEqualTo("input.attachments[0]");
    }

    @Test
    void dataOfAllTagsIsBoundedTogether() {
        String tag = "{\"type\":\"input_tag\",\"id\":\"a\",\"text\":\"\",\"data\":{\"c\":\"%s\"}}";

        said("{\"content\":[%s]}".formatted(many(tag.formatted("a".repeat(647)), 100)));
        assertThat(refused("{\"content\":[%s]}".formatted(many(tag.formatted("a".repeat(648)), 100)))
                        .field())
                .isEqualTo("input.content");
    }

    private static String many(String entry, int times) {
        return String.join(",", Collections.nCopies(times, entry));
    }

    private static InvalidRequest refused(String json) {
        return catchThrowableOfType(InvalidRequest.class, () -> said(json));
    }

    private static IncomingMessage said(String json) {
        return RunningParley.shared()
                .json()
                .readValue(json, WireUserInput.class)
                .message("input");
    }
}
