package dev.parley.web.item;

import static dev.parley.application.testing.EveryEvent.CONVERSATION;
import static dev.parley.web.item.WireJsonUnderTest.ODD;
import static dev.parley.web.item.WireJsonUnderTest.THREAD;
import static dev.parley.web.item.WireJsonUnderTest.written;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.testing.EveryItem;
import dev.parley.domain.item.HiddenItem;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.TaskItem;
import dev.parley.domain.item.ToolCall;
import dev.parley.domain.item.WorkflowItem;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WireItemTest {

    private static final Previews PREVIEWS = attachment -> "https://parley.example/previews/" + attachment;

    @Test
    void aUsersMessage() {
        assertThat(body(1)).isEqualTo("""
                "type":"user_message","content":[{"type":"input_text","text":"What of "},
                {"type":"input_tag","id":"ship-1","text":"@Argo","data":%s,"group":"ships","interactive":true},
                {"type":"input_tag","id":"ship-2","text":"@Raft","data":{},"interactive":false}],
                "attachments":[{"type":"image","id":"atc_1","name":"argo.png","mime_type":"image/png",
                "thread_id":"%s","preview_url":"https://parley.example/previews/atc_1"},
                {"type":"file","id":"atc_2","name":"log.txt","mime_type":"text/plain","thread_id":"%s"}],
                "quoted_text":"she floats","inference_options":{"tool_choice":{"id":"search"},"model":"small"}}
                """.replace("\n", "").formatted(ODD, THREAD, THREAD));
    }

    @Test
    void aPlainMessage() {
        assertThat(body(2)).isEqualTo("""
                "type":"user_message","content":[{"type":"input_text","text":"hello"}],
                "attachments":[],"inference_options":{}}
                """.replace("\n", ""));
    }

    @Test
    void anImageWithoutAPreviewIsAFile() {
        Item message = item(1);

        assertThat(written(WireItem.of(CONVERSATION.id(), message, Previews.NONE)))
                .contains("{\"type\":\"file\",\"id\":\"atc_1\"")
                .doesNotContain("preview_url");
    }

    @Test
    void anAssistantsMessageWithEveryKindOfSource() {
        assertThat(body(3)).isEqualTo("""
                "type":"assistant_message","content":[{"type":"output_text","text":"She does.","annotations":[
                {"type":"annotation","source":{"type":"url","title":"Ships","url":"https://ships.example",
                "description":"About ships","timestamp":"2026-01-02","group":"sea","attribution":"Ships Inc."},"index":3},
                {"type":"annotation","source":{"type":"url","title":"Bare","url":"https://bare.example"},"index":3},
                {"type":"annotation","source":{"type":"file","title":"Log","filename":"log.txt","group":"sea"},"index":3},
                {"type":"annotation","source":{"type":"entity","id":"ship-1","title":"Argo","icon":"boat",
                "label":"The Argo","inline_label":"Argo","interactive":true,"data":%s},"index":3},
                {"type":"annotation","source":{"type":"entity","id":"ship-2","title":"Raft","interactive":false,"data":{}},
                "index":3}]},
                {"type":"output_text","text":"Indeed.","annotations":[{"type":"annotation","source":{"type":"url",
                "title":"Ships","url":"https://ships.example","description":"About ships","timestamp":"2026-01-02",
                "group":"sea","attribution":"Ships Inc."}}]}]}
                """.replace("\n", "").formatted(ODD));
        assertThat(body(4)).isEqualTo("\"type\":\"assistant_message\",\"content\":[]}");
    }

    @Test
    void aClientToolCall() {
        assertThat(body(7)).isEqualTo("""
                "type":"client_tool_call","status":"pending","call_id":"call_3","name":"paint","arguments":%s}
                """.strip().formatted(ODD));
        assertThat(body(8)).isEqualTo("""
                "type":"client_tool_call","status":"completed","call_id":"call_4","name":"paint",
                "arguments":{},"output":null}
                """.replace("\n", ""));
    }

    @Test
    void aWidget() {
        assertThat(body(9)).isEqualTo("\"type\":\"widget\",\"widget\":%s,\"copy_text\":\"a card\"}".formatted(ODD));
        assertThat(body(10)).isEqualTo("\"type\":\"widget\",\"widget\":{}}");
    }

    @Test
    void aGeneratedImage() {
        assertThat(body(11)).isEqualTo("""
                "type":"generated_image","image":{"id":"img_1","url":"https://images.example/1"}}""");
        assertThat(body(12)).isEqualTo("\"type\":\"generated_image\"}");
    }

    @Test
    void aStructuredInputWithoutTheCallThatAsked() {
        assertThat(body(13)).isEqualTo("""
                "type":"structured_input","status":"answered","inputs":[
                {"type":"multiple_choice","id":"q1","question":"Which?","options":[{"value":"Argo"},{"value":"Raft"}],
                "multiple":true,"answer":{"values":["Argo"],"skipped":false}},
                {"type":"freeform","id":"q2","question":"Why?","description":"In short",
                "answer":{"values":[],"skipped":true}}]}
                """.replace("\n", ""));
        assertThat(body(14)).isEqualTo("""
                "type":"structured_input","status":"pending","inputs":[
                {"type":"multiple_choice","id":"q1","question":"Which?","options":[],"multiple":false},
                {"type":"freeform","id":"q2","question":"Why?"}]}
                """.replace("\n", ""));
        assertThat(body(15)).isEqualTo("\"type\":\"structured_input\",\"status\":\"skipped\",\"inputs\":[]}");
    }

    @Test
    void tasksOfEveryKind() {
        String source = """
                {"type":"url","title":"Ships","url":"https://ships.example","description":"About ships",
                "timestamp":"2026-01-02","group":"sea","attribution":"Ships Inc."}
                """.replace("\n", "");
        List<String> tasks = List.of("""
                {"type":"custom","status_indicator":"loading","title":"Looking","icon":"search","content":"into it"}""", """
                {"type":"custom","status_indicator":"none"}""", """
                {"type":"web_search","status_indicator":"complete","title":"Searching","title_query":"ships",\
                "queries":["ships","boats"],"sources":[%s]}""".formatted(source), """
                {"type":"web_search","status_indicator":"none","queries":[],"sources":[]}""", """
                {"type":"thought","status_indicator":"complete","title":"Thinking","content":"It floats."}""", """
                {"type":"thought","status_indicator":"none","content":""}""", """
                {"type":"file","status_indicator":"none","title":"Reading",\
                "sources":[{"type":"file","title":"Log","filename":"log.txt","group":"sea"}]}""", """
                {"type":"image","status_indicator":"loading","title":"Painting"}""");

        assertThat(items(TaskItem.class).map(WireItemTest::body))
                .containsExactlyElementsOf(tasks.stream()
                        .map(task -> "\"type\":\"task\",\"task\":" + task + "}")
                        .toList());
        assertThat(body(16)).isEqualTo("""
                "type":"workflow","workflow":{"type":"custom","tasks":[%s],\
                "summary":{"title":"Done","icon":"check"},"expanded":true}}""".formatted(String.join(",", tasks)));
    }

    @Test
    void aWorkflowAndItsSummaries() {
        assertThat(items(WorkflowItem.class).skip(1).map(WireItemTest::body)).containsExactly("""
                "type":"workflow","workflow":{"type":"reasoning","tasks":[],"summary":{"duration":7},"expanded":false}}""", """
                "type":"workflow","workflow":{"type":"custom","tasks":[],"summary":{"title":"Done"},"expanded":false}}""", """
                "type":"workflow","workflow":{"type":"custom","tasks":[],"expanded":false}}""");
    }

    @Test
    void theEndOfATurn() {
        assertThat(body(20)).isEqualTo("\"type\":\"end_of_turn\"}");
    }

    @ParameterizedTest
    @MethodSource("dev.parley.application.testing.EveryItem#items")
    void toolCallsAndHiddenItemsHaveNoFormAndAllOthersHave(Item item) {
        boolean isInternal = item instanceof ToolCall || item instanceof HiddenItem;

        assertThat(WireItem.of(CONVERSATION.id(), item, PREVIEWS).isEmpty()).isEqualTo(isInternal);
        assertThat(item.isVisible()).isNotEqualTo(isInternal);
    }

    private static <T extends Item> Stream<Item> items(Class<T> type) {
        return EveryItem.items().stream().filter(type::isInstance);
    }

    private static Item item(int sequence) {
        return EveryItem.items().get(sequence - 1);
    }

    private static String body(int sequence) {
        return body(item(sequence));
    }

    /** What is written behind what all items have. */
    private static String body(Item item) {
        String head = "{\"id\":\"%s\",\"thread_id\":\"%s\",\"created_at\":\"2026-01-02T03:04:05.678901Z\","
                .formatted(item.id(), THREAD);
        String all = written(WireItem.of(CONVERSATION.id(), item, PREVIEWS));
        assertThat(all).startsWith(head);
        return all.substring(head.length());
    }
}
