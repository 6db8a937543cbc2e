package dev.parley.web.chatkit;

import static dev.parley.web.testing.ChatKitUnderTest.literal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.shared.Json;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.ChatKitUnderTest;
import dev.parley.web.testing.RunningParley;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The operations that are answered by JSON, word by word. */
class JsonOperationTest {

    private final RunningParley parley = RunningParley.shared();
    private final ChatKitUnderTest user = new ChatKitUnderTest(parley.someone());

    @AfterEach
    void echo() {
        parley.assistant().reset();
    }

    @Test
    void aThreadIsReadWithItsItemsOldestFirst() {
        String thread = user.thread("hi");

        Answer answer = user.send("threads.get_by_id", "{'thread_id':'%s'}".formatted(thread));

        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(literal(answer))
                .isEqualTo(
                        "{'id':'THREAD','title':'hi','created_at':T,'status':{'type':'active'},'allowed_image_domains':['127.0.0.1'],'metadata':{},'items':{'data':["
                                + "{'id':'MSG1','thread_id':'THREAD','created_at':T,'type':'user_message','content':[{'type':'input_text','text':'hi'}],'attachments':[],'inference_options':{}},"
                                + "{'id':'MSG2','thread_id':'THREAD','created_at':T,'type':'assistant_message','content':[{'type':'output_text','text':'hi','annotations':[]}]}"
                                + "],'has_more':false}}");
    }

    @Test
    void aSessionIsAThreadWithoutATitle() {
        user.api().newSession();

        assertThat(literal(user.send("threads.list", "{}")))
                .isEqualTo(
                        "{'data':[{'id':'THREAD','created_at':T,'status':{'type':'active'},'allowed_image_domains':['127.0.0.1'],'metadata':{},'items':{'data':[],'has_more':false}}],'has_more':false}");
    }

    @Test
    void threadsAreListedInPages() {
        String first = user.thread("one");
        String second = user.thread("two");

        Answer page = user.send("threads.list", "{'limit':1,'order':'desc'}");
        assertThat(page.json().at("/data/0/id").asString()).isEqualTo(second);
        assertThat(page.json().at("/after").asString()).isEqualTo(second);
        assertThat(page.json().at("/has_more").asBoolean()).isTrue();
        Answer rest = user.send("threads.list", "{'limit':1,'after':'%s'}".formatted(second));
        assertThat(rest.json().at("/data/0/id").asString()).isEqualTo(first);
        assertThat(rest.json().has("after")).isFalse();
        assertThat(user.send("threads.list", "{'limit':1,'order':'asc'}")
                        .json()
                        .at("/data/0/id")
                        .asString())
                .isEqualTo(first);
    }

    /** It is what the component asks for first of all. */
    @Test
    void whoAsksForMoreThanAPageHoldsGetsAPage() {
        String thread = user.thread("hi");

        assertThat(user.send("threads.list", "{'limit':9999,'order':'desc'}")
                        .json()
                        .at("/data/0/id")
                        .asString())
                .isEqualTo(thread);
        assertThat(user.send("items.list", "{'thread_id':'%s','limit':9999}".formatted(thread))
                        .json()
                        .at("/data"))
                .hasSize(2);
    }

    @Test
    void aThreadIsRenamed() {
        String thread = user.thread("hi");

        assertThat(literal(user.send("threads.update", "{'thread_id':'%s','title':' Ships '}".formatted(thread))))
                .isEqualTo(
                        "{'id':'THREAD','title':'Ships','created_at':T,'status':{'type':'active'},'allowed_image_domains':['127.0.0.1'],'metadata':{},'items':{'data':[],'has_more':false}}");
        assertThat(user.api().session(thread).data().at("/title").asString()).isEqualTo("Ships");
    }

    @Test
    void aThreadIsDeleted() {
        String thread = user.thread("hi");

        assertThat(user.send("threads.delete", "{'thread_id':'%s'}".formatted(thread))
                        .body())
                .isEqualTo("{}");
        assertThat(user.api().session(thread).status()).isEqualTo(404);
        Answer again = user.send("threads.delete", "{'thread_id':'%s'}".formatted(thread));
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.code()).isEqualTo("SESSION_NOT_FOUND");
    }

    @Test
    void aPageOfItemsGoesOnBehindAnItemThatARetryHasDeleted() {
        String thread = user.thread("one");
        user.say(thread, "two");
        Answer page = user.send("items.list", "{'thread_id':'%s','limit':1}".formatted(thread));
        String answer = page.json().at("/after").asString();
        String message = user.send("items.list", "{'thread_id':'%s','limit':1,'after':'%s'}".formatted(thread, answer))
                .json()
                .at("/after")
                .asString();
        user.send("threads.retry_after_item", "{'thread_id':'%s','item_id':'%s'}".formatted(thread, message));

        Answer rest = user.send("items.list", "{'thread_id':'%s','after':'%s'}".formatted(thread, answer));

        assertThat(rest.json().at("/data").valueStream().map(JsonOperationTest::text))
                .containsExactly("two", "one", "one");
        assertThat(rest.json().at("/data/0/id").asString()).isEqualTo(message);
    }

    @Test
    void aPageOfThreadsGoesOnBehindAThreadThatIsDeleted() {
        String first = user.thread("one");
        String second = user.thread("two");
        user.send("threads.delete", "{'thread_id':'%s'}".formatted(second));

        Answer rest = user.send("threads.list", "{'after':'%s'}".formatted(second));

        assertThat(rest.json().at("/data/0/id").asString()).isEqualTo(first);
        assertThat(rest.json().at("/data")).hasSize(1);
    }

    @Test
    void behindWhatNeverWasThereIsNothing() {
        String thread = user.thread("one");
        String anothers = new ChatKitUnderTest(parley.someone()).thread("two");

        for (String unknown : List.of(anothers, "00000000-0000-0000-0000-000000000000")) {
            assertThat(user.send("threads.list", "{'after':'%s'}".formatted(unknown))
                            .body())
                    .isEqualTo("{\"data\":[],\"has_more\":false}");
        }
        assertThat(user.send("items.list", "{'thread_id':'%s','after':'msg_%024d'}".formatted(thread, 0))
                        .body())
                .isEqualTo("{\"data\":[],\"has_more\":false}");
    }

    @Test
    void itemsAreListedInPagesNewestFirst() {
        String thread = user.thread("one");
        user.say(thread, "two");

        Answer page = user.send("items.list", "{'thread_id':'%s','limit':3}".formatted(thread));
        assertThat(page.json().at("/data").valueStream().map(JsonOperationTest::text))
                .containsExactly("two", "two", "one");
        String after = page.json().at("/after").asString();
        assertThat(after).isEqualTo(page.json().at("/data/2/id").asString());
        Answer rest = user.send("items.list", "{'thread_id':'%s','limit':3,'after':'%s'}".formatted(thread, after));
        assertThat(rest.json().at("/data").valueStream().map(JsonOperationTest::text))
                .containsExactly("one");
        assertThat(rest.json().at("/has_more").asBoolean()).isFalse();
    }

    @Test
    void itemsAreRated() {
        String thread = user.thread("hi");
        String rated = "{'thread_id':'%s','item_ids':['%s'],'kind':'positive'}";

        assertThat(user.send("items.feedback", rated.formatted(thread, user.newest(thread)))
                        .body())
                .isEqualTo("{}");
        Answer unknown = user.send("items.feedback", rated.formatted(thread, "msg_unheard_of"));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.code()).isEqualTo("ITEM_NOT_FOUND");
    }

    @Test
    void anActionThatIsWaitedForAnswersWithTheItem() {
        parley.assistant().follow((turn, reply) -> reply.widget(new Json("{\"type\":\"Card\"}"), null));
        String thread = user.thread("hi");
        String act = "{'thread_id':'%s','item_id':'%s','action':{'type':'%s','payload':{'type':'Text','x':null}}}";

        assertThat(literal(user.send("threads.sync_custom_action", act.formatted(thread, user.newest(thread), "fill"))))
                .isEqualTo(
                        "{'updated_item':{'id':'MSG1','thread_id':'THREAD','created_at':T,'type':'widget','widget':{'type':'Text','x':null}}}");
        assertThat(user.send("threads.sync_custom_action", act.formatted(thread, user.newest(thread), "greet"))
                        .body())
                .isEqualTo("{}");
        String message = user.items(thread).getFirst().at("/id").asString();
        assertThat(user.send("threads.sync_custom_action", act.formatted(thread, message, "fill"))
                        .code())
                .isEqualTo("NOT_A_WIDGET");
    }

    @Test
    void anAttachmentIsCreatedUploadedAndSent() {
        Answer created = user.send("attachments.create", "{'name':'ship.txt','size':5,'mime_type':'text/plain'}");
        String address = created.json().at("/upload_descriptor/url").asString();
        assertThat(literal(created).replaceAll("'url':'[^']+'", "'url':URL"))
                .isEqualTo(
                        "{'type':'file','id':'ATC1','name':'ship.txt','mime_type':'text/plain','upload_descriptor':{'url':URL,'method':'PUT','headers':{'Content-Type':'text/plain'}}}");
        String id = created.json().at("/id").asString();
        String said =
                "{'input':{'content':[{'type':'input_text','text':'hi'}],'attachments':['%s'],'inference_options':{}}}"
                        .formatted(id);
        assertThat(user.send("threads.create", said).code()).isEqualTo("ATTACHMENT_NOT_UPLOADED");
        parley.anonymous()
                .send(
                        address.substring(address.indexOf("/api")),
                        request -> request.PUT(BodyPublishers.ofString("Argo!")).header("Content-Type", "text/plain"));

        Answer sent = user.send("threads.create", said);

        assertThat(literal(sent))
                .contains(
                        "'attachments':[{'type':'file','id':'ATC1','name':'ship.txt','mime_type':'text/plain','thread_id':'THREAD'}]");
        assertThat(user.send("threads.create", said).code()).isEqualTo("ATTACHMENT_IN_USE");
        assertThat(user.api().sessions().json().at("/data")).hasSize(1);

        Answer deleted = user.send("attachments.delete", "{'attachment_id':'%s'}".formatted(id));

        assertThat(deleted.body()).isEqualTo("{}");
        assertThat(user.api().get("/api/v1/attachments/" + id).code()).isEqualTo("ATTACHMENT_NOT_FOUND");
        String thread = sent.jsonEvents().getFirst().at("/thread/id").asString();
        assertThat(user.items(thread).getFirst().at("/attachments").toString())
                .isEqualTo(
                        "[{\"type\":\"file\",\"id\":\"%s\",\"name\":\"ship.txt\",\"mime_type\":\"text/plain\",\"thread_id\":\"%s\"}]"
                                .formatted(id, thread));
        assertThat(user.send("threads.create", said).code()).isEqualTo("ATTACHMENT_NOT_FOUND");
    }

    @Test
    void anAttachmentWhoseTypeTheBrowserDoesNotKnowIsAFile() {
        assertThat(literal(user.send("attachments.create", "{'name':'argo.ship','size':5,'mime_type':''}")))
                .startsWith("{'type':'file','id':'ATC1','name':'argo.ship','mime_type':'application/octet-stream',");
    }

    @Test
    void anAttachmentIsDeleted() {
        String id = user.send("attachments.create", "{'name':'a','size':5,'mime_type':'text/plain'}")
                .json()
                .at("/id")
                .asString();

        assertThat(user.send("attachments.delete", "{'attachment_id':'%s'}".formatted(id))
                        .body())
                .isEqualTo("{}");
        assertThat(user.send("attachments.delete", "{'attachment_id':'%s'}".formatted(id))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aRecordingIsWrittenDown() {
        try (RunningParley listening = RunningParley.start("parley.test.listens=true")) {
            ChatKitUnderTest speaker = new ChatKitUnderTest(listening.someone());
            String longest = Base64.getEncoder().encodeToString(new byte[7_000_000]);

            assertThat(speaker.send(
                                    "input.transcribe",
                                    "{'audio_base64':'%s','mime_type':'audio/webm;codecs=opus'}".formatted(longest))
                            .body())
                    .isEqualTo("{\"text\":\"7000000 bytes of audio/webm;codecs=opus\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"YWJj", " Y W\\tJ\\nj ", "YWJj\\r\\n", "Y\\u0020WJj", "YQ==", "Y Q = = ", "YQ"})
    void whiteSpaceInARecordingIsSkipped(String base64) {
        try (RunningParley listening = RunningParley.start("parley.test.listens=true")) {
            assertThat(new ChatKitUnderTest(listening.someone())
                            .send("input.transcribe", "{'audio_base64':'%s','mime_type':'audio/ogg'}".formatted(base64))
                            .body())
                    .isEqualTo("{\"text\":\"%d bytes of audio/ogg\"}".formatted(base64.contains("Q") ? 1 : 3));
        }
    }

    @Test
    void whatTheReferenceTakesForNotGivenIsNotGiven() {
        String thread = user.thread("hi");

        assertThat(user.send("threads.list", "{'limit':0}").json().at("/data").size())
                .isEqualTo(1);
        assertThat(user.send("items.list", "{'thread_id':'%s','limit':0}".formatted(thread))
                        .json()
                        .at("/data")
                        .size())
                .isEqualTo(2);
        assertThat(user.send(
                                "threads.sync_custom_action",
                                "{'thread_id':'%s','item_id':'','action':{'type':'none'}}".formatted(thread))
                        .code())
                .isEqualTo("UNKNOWN_ACTION");
    }

    @Test
    void whereNobodyListensThatIsSaid() {
        Answer answer = user.send("input.transcribe", "{'audio_base64':'YQ==','mime_type':'audio/ogg'}");

        assertThat(answer.status()).isEqualTo(501);
        assertThat(answer.code()).isEqualTo("TRANSCRIPTION_NOT_CONFIGURED");
    }

    private static String text(JsonNode item) {
        return item.at("/content/0/text").asString();
    }
}
