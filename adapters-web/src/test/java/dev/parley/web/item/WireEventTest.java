package dev.parley.web.item;

import static dev.parley.application.testing.EveryEvent.CONVERSATION;
import static dev.parley.web.item.WireJsonUnderTest.ODD;
import static dev.parley.web.item.WireJsonUnderTest.THREAD;
import static dev.parley.web.item.WireJsonUnderTest.written;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.event.ItemUpdate;
import dev.parley.application.event.RunEvent;
import dev.parley.application.shared.Language;
import dev.parley.application.testing.EveryEvent;
import dev.parley.application.testing.EveryItem;
import dev.parley.application.testing.Examples;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Title;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WireEventTest {

    private static final String PART = """
            {"type":"output_text","text":"She does.","annotations":[{"type":"annotation","source":{"type":"url",\
            "title":"Ships","url":"https://ships.example","description":"About ships","timestamp":"2026-01-02",\
            "group":"sea","attribution":"Ships Inc."},"index":3}]}""";

    @Test
    void theOptionsOfTheStream() {
        assertThat(of(RunEvent.StreamOptions.class)).containsExactly("""
                {"type":"stream_options","stream_options":{"allow_cancel":true}}""");
    }

    @Test
    void aNewThreadHasNoTitle() {
        assertThat(of(RunEvent.ThreadCreated.class)).containsExactly("""
                {"type":"thread.created","thread":{"id":"%s","created_at":"2026-01-02T03:04:05.678901Z",\
                "status":{"type":"active"},"metadata":{},"items":{"data":[],"has_more":false}}}""".formatted(THREAD));
    }

    @Test
    void aThreadWithATitleAStatusAndImageDomains() {
        assertThat(wire(new RunEvent.ThreadUpdated(CONVERSATION.renamed(Title.of("Ships"), Examples.NOW))))
                .contains("\"title\":\"Ships\"");
        assertThat(of(RunEvent.ThreadUpdated.class)).containsExactly("""
                {"type":"thread.updated","thread":{"id":"%s","created_at":"2026-01-02T03:04:05.678901Z",\
                "status":{"type":"locked","reason":"Please wait."},"allowed_image_domains":["images.example"],"metadata":{},\
                "items":{"data":[],"has_more":false}}}""".formatted(THREAD), """
                {"type":"thread.updated","thread":{"id":"%s","created_at":"2026-01-02T03:04:05.678901Z",\
                "status":{"type":"closed"},"metadata":{},"items":{"data":[],"has_more":false}}}""".formatted(THREAD));
    }

    @Test
    void aThreadWithItsFirstItems() {
        WireItem item = WireItem.of(CONVERSATION.id(), EveryItem.items().get(19), Previews.NONE)
                .orElseThrow();

        assertThat(written(Optional.of(WireThread.of(
                        CONVERSATION, Conversation::imageDomains, WirePage.before(List.of(item), item.id())))))
                .endsWith("""
                        "items":{"data":[{"id":"msg_20","thread_id":"%s","created_at":"2026-01-02T03:04:05.678901Z",\
                        "type":"end_of_turn"}],"has_more":true,"after":"msg_20"}}""".formatted(THREAD));
    }

    @Test
    void anItemThatIsAddedDoneOrReplaced() {
        Item end = EveryItem.items().get(19);
        Function<String, String> expected = type -> """
                {"type":"%s","item":{"id":"msg_20","thread_id":"%s","created_at":"2026-01-02T03:04:05.678901Z",\
                "type":"end_of_turn"}}""".formatted(type, THREAD);

        assertThat(wire(new RunEvent.ItemAdded(end))).isEqualTo(expected.apply("thread.item.added"));
        assertThat(wire(new RunEvent.ItemDone(end))).isEqualTo(expected.apply("thread.item.done"));
        assertThat(wire(new RunEvent.ItemReplaced(end))).isEqualTo(expected.apply("thread.item.replaced"));
    }

    @Test
    void anItemThatIsRemoved() {
        assertThat(of(RunEvent.ItemRemoved.class)).containsExactly("""
                {"type":"thread.item.removed","item_id":"msg_1"}""");
    }

    @Test
    void progress() {
        assertThat(of(RunEvent.Progress.class)).containsExactly("""
                {"type":"progress_update","icon":"search","text":"Looking…"}""", """
                {"type":"progress_update","text":"Looking…"}""");
    }

    @Test
    void aClientEffect() {
        assertThat(of(RunEvent.ClientEffect.class)).containsExactly("""
                {"type":"client_effect","name":"confetti","data":%s}""".formatted(ODD), """
                {"type":"client_effect","name":"confetti","data":{}}""");
    }

    @Test
    void aNotice() {
        assertThat(of(RunEvent.Notice.class)).containsExactly("""
                {"type":"notice","level":"info","message":"*Almost* full","title":"Space"}""", """
                {"type":"notice","level":"warning","message":"full"}""", """
                {"type":"notice","level":"danger","message":"too full"}""");
    }

    @Test
    void aFailureAndARefusal() {
        assertThat(of(RunEvent.Failed.class)).containsExactly("""
                {"type":"error","code":"stream.error","message":"It broke.","allow_retry":true}""", """
                {"type":"error","code":"custom","message":"Too long.","allow_retry":false}""");
    }

    @Test
    void everyUpdateOfAMessage() {
        assertThat(updates(ItemUpdate.PartAdded.class)).containsExactly("""
                {"type":"assistant_message.content_part.added","content_index":0,\
                "content":{"type":"output_text","text":"","annotations":[]}}""", """
                {"type":"assistant_message.content_part.added","content_index":1,"content":%s}""".formatted(PART));
        assertThat(updates(ItemUpdate.TextDelta.class)).containsExactly("""
                {"type":"assistant_message.content_part.text_delta","content_index":0,"delta":"She "}""", """
                {"type":"assistant_message.content_part.text_delta","content_index":0,"delta":""}""", """
                {"type":"assistant_message.content_part.text_delta","content_index":1,\
                "delta":"\\"does\\"\\n\\\\ é 🚢"}""");
        assertThat(updates(ItemUpdate.AnnotationAdded.class)).containsExactly("""
                {"type":"assistant_message.content_part.annotation_added","content_index":0,"annotation_index":2,\
                "annotation":{"type":"annotation","source":{"type":"entity","id":"ship-1","title":"Argo","icon":"boat",\
                "label":"The Argo","inline_label":"Argo","interactive":true,"data":%s}}}""".formatted(ODD));
        assertThat(updates(ItemUpdate.PartDone.class)).containsExactly("""
                {"type":"assistant_message.content_part.done","content_index":0,"content":%s}""".formatted(PART));
    }

    @Test
    void everyUpdateOfAWidget() {
        assertThat(updates(ItemUpdate.WidgetTextDelta.class)).containsExactly("""
                {"type":"widget.streaming_text.value_delta","component_id":"text-1","delta":"more","done":false}""", """
                {"type":"widget.streaming_text.value_delta","component_id":"text-1","delta":"","done":true}""");
        assertThat(updates(ItemUpdate.WidgetComponentUpdated.class)).containsExactly("""
                {"type":"widget.component.updated","component_id":"card-1","component":%s}""".formatted(ODD));
        assertThat(updates(ItemUpdate.WidgetRootUpdated.class)).containsExactly("""
                {"type":"widget.root.updated","widget":%s}""".formatted(ODD));
    }

    @Test
    void everyUpdateOfAWorkflow() {
        assertThat(updates(ItemUpdate.WorkflowTaskAdded.class)).containsExactly("""
                {"type":"workflow.task.added","task_index":0,"task":{"type":"custom","status_indicator":"loading",\
                "title":"Looking","icon":"search","content":"into it"}}""");
        assertThat(updates(ItemUpdate.WorkflowTaskUpdated.class)).containsExactly("""
                {"type":"workflow.task.updated","task_index":1,"task":{"type":"web_search",\
                "status_indicator":"complete","title":"Searching","title_query":"ships","queries":["ships","boats"],\
                "sources":[{"type":"url","title":"Ships","url":"https://ships.example","description":"About ships",\
                "timestamp":"2026-01-02","group":"sea","attribution":"Ships Inc."}]}}""");
    }

    @Test
    void everyUpdateOfAnImage() {
        assertThat(updates(ItemUpdate.ImageUpdated.class)).containsExactly("""
                {"type":"generated_image.updated","image":{"id":"img_1","url":"https://images.example/1"},\
                "progress":0.1}""", """
                {"type":"generated_image.updated","image":{"id":"img_1","url":"https://images.example/1"}}""");
    }

    @ParameterizedTest
    @MethodSource("dev.parley.application.testing.EveryItem#items")
    void nothingIsToldOfToolCallsAndHiddenItems(Item item) {
        assertThat(Stream.of(new RunEvent.ItemAdded(item), new RunEvent.ItemDone(item), new RunEvent.ItemReplaced(item))
                        .map(event -> WireEvent.of(
                                CONVERSATION.id(), event, Previews.NONE, Conversation::imageDomains, Language.ENGLISH)))
                .allMatch(event -> event.isPresent() == item.isVisible());
    }

    @Test
    void nothingIsToldOfAHiddenItemThatIsRemoved() {
        assertThat(WireEvent.of(
                        CONVERSATION.id(),
                        new RunEvent.HiddenItemRemoved(ItemId.Prefix.HIDDEN.id("1")),
                        Previews.NONE,
                        Conversation::imageDomains,
                        Language.ENGLISH))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.parley.application.testing.EveryEvent#events")
    void everyEventIsOneLine(RunEvent event) {
        assertThat(
                        WireEvent.of(
                                CONVERSATION.id(), event, Previews.NONE, Conversation::imageDomains, Language.ENGLISH)
                                .stream())
                .allSatisfy(wire -> assertThat(written(Optional.of(wire))).doesNotContain("\n", "\r"));
    }

    private static String wire(RunEvent event) {
        return written(
                WireEvent.of(CONVERSATION.id(), event, Previews.NONE, Conversation::imageDomains, Language.ENGLISH));
    }

    private static List<String> of(Class<? extends RunEvent> type) {
        return EveryEvent.events().stream()
                .filter(type::isInstance)
                .map(WireEventTest::wire)
                .toList();
    }

    /** The updates of a type, as they stand in their events. */
    private static List<String> updates(Class<? extends ItemUpdate> type) {
        String head = "{\"type\":\"thread.item.updated\",\"item_id\":\"msg_1\",\"update\":";
        return EveryEvent.events().stream()
                .filter(event -> event instanceof RunEvent.ItemUpdated updated && type.isInstance(updated.update()))
                .map(WireEventTest::wire)
                .peek(wire -> assertThat(wire).startsWith(head))
                .map(wire -> wire.substring(head.length(), wire.length() - 1))
                .toList();
    }
}
