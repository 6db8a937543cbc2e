package dev.parley.web.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.testing.EveryItem;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.item.EndOfTurn;
import dev.parley.domain.item.GeneratedImage;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.StructuredInput;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HostedItemTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ConversationId THREAD = new ConversationId(new UUID(0, 1));

    @ParameterizedTest
    @CsvSource({
        "msg_1, chatkit.user_message",
        "msg_3, chatkit.assistant_message",
        "tc_7, chatkit.client_tool_call",
        "msg_9, chatkit.widget",
        "wf_16, chatkit.task_group",
        "tsk_23, chatkit.task"
    })
    void eachItemHasItsWord(String id, String type) {
        JsonNode item = json(id);

        assertThat(item.at("/type").asString()).isEqualTo(type);
        assertThat(item.at("/object").asString()).isEqualTo("chatkit.thread_item");
        assertThat(item.at("/thread_id").asString()).isEqualTo(THREAD.toString());
        assertThat(item.at("/created_at").isIntegralNumber()).isTrue();
    }

    @Test
    void hiddenItemsServerToolsAndWhatTheApiHasNoWordForAreLeftOut() {
        List<Item> shown = EveryItem.items().stream()
                .filter(item -> HostedItem.of(THREAD, item).isPresent())
                .toList();

        assertThat(shown).allMatch(Item::isVisible);
        assertThat(EveryItem.items().stream().filter(item -> item.isVisible() && !shown.contains(item)))
                .allMatch(item ->
                        item instanceof EndOfTurn || item instanceof GeneratedImage || item instanceof StructuredInput);
    }

    @Test
    void aMessageBringsItsQuoteItsFilesAndItsOptions() {
        JsonNode message = json("msg_1");

        assertThat(message.at("/content/0"))
                .isEqualTo(JSON.readTree("{\"type\":\"quoted_text\",\"text\":\"she floats\"}"));
        assertThat(message.at("/content/1/text").asString()).isEqualTo("What of ");
        assertThat(message.at("/attachments/0")).isEqualTo(JSON.readTree("""
                        {"id":"atc_1","type":"image","name":"argo.png","mime_type":"image/png","preview_url":null}"""));
        assertThat(message.at("/inference_options"))
                .isEqualTo(JSON.readTree("{\"tool_choice\":{\"id\":\"search\"},\"model\":\"small\"}"));
    }

    @Test
    void annotationsNamePagesAndFiles() {
        assertThat(json("msg_3").at("/content/0/annotations")).isEqualTo(JSON.readTree("""
                        [{"type":"url","source":{"type":"url","url":"https://ships.example"}},
                         {"type":"url","source":{"type":"url","url":"https://bare.example"}},
                         {"type":"file","source":{"type":"file","filename":"log.txt"}}]"""));
    }

    @Test
    void opaqueJsonIsTextToTheByte() {
        assertThat(json("msg_9").at("/widget").asString()).isEqualTo(EveryItem.ODD_JSON.text());
        assertThat(json("tc_7").at("/arguments").asString()).isEqualTo(EveryItem.ODD_JSON.text());
        assertThat(json("tc_7").at("/output").isNull()).isTrue();
        assertThat(json("tc_7").at("/status").asString()).isEqualTo("in_progress");
        assertThat(json("tc_8").at("/output").asString()).isEqualTo("null");
        assertThat(json("tc_8").at("/status").asString()).isEqualTo("completed");
    }

    @Test
    void stepsAreThoughtsOrAnythingElse() {
        assertThat(json("wf_16").at("/tasks").values())
                .extracting(step -> step.at("/type").asString())
                .containsExactly("custom", "custom", "custom", "custom", "thought", "thought", "custom", "custom");
        assertThat(json("wf_16").at("/tasks/0"))
                .isEqualTo(JSON.readTree("{\"type\":\"custom\",\"heading\":\"Looking\",\"summary\":\"into it\"}"));
    }

    private static JsonNode json(String id) {
        Item item = EveryItem.items().stream()
                .filter(any -> any.id().value().equals(id))
                .findAny()
                .orElseThrow();
        return JSON.valueToTree(HostedItem.of(THREAD, item).orElseThrow());
    }
}
