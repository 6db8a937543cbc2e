package dev.parley.web.chatkit;

import static dev.parley.web.testing.ChatKitUnderTest.literal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.tool.RequestedCall;
import dev.parley.domain.conversation.ThreadStatus;
import dev.parley.domain.item.Question;
import dev.parley.domain.shared.Json;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.ChatKitUnderTest;
import dev.parley.web.testing.RunningParley;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The operations that are answered by a stream, word by word. */
class StreamingOperationTest {

    private static final String USER_MESSAGE =
            "{'id':'MSG1','thread_id':'THREAD','created_at':T,'type':'user_message','content':[{'type':'input_text','text':'hi'}],'attachments':[],'inference_options':{}}";
    private static final String OPTIONS = "data: {'type':'stream_options','stream_options':{'allow_cancel':true}}\n\n";

    private final RunningParley parley = RunningParley.shared();
    private final ChatKitUnderTest user = new ChatKitUnderTest(parley.someone());

    @AfterEach
    void echo() {
        parley.assistant().reset();
    }

    @Test
    void aThreadIsCreatedByItsFirstMessage() {
        Answer answer = user.create("hi");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/event-stream");
        assertThat(answer.header("X-Run-Id")).isNotEmpty();
        assertThat(literal(answer))
                .isEqualTo(
                        "data: {'type':'thread.created','thread':{'id':'THREAD','title':'hi','created_at':T,'status':{'type':'active'},'allowed_image_domains':['127.0.0.1'],'metadata':{},'items':{'data':[],'has_more':false}}}\n\n"
                                + "data: {'type':'thread.item.done','item':" + USER_MESSAGE + "}\n\n"
                                + OPTIONS
                                + echoed("MSG2", "hi"));
    }

    @Test
    void aMessageIsAddedToAThread() {
        String thread = user.thread("hello");

        assertThat(literal(user.say(thread, "hi")))
                .isEqualTo("data: {'type':'thread.item.done','item':" + USER_MESSAGE + "}\n\n" + OPTIONS
                        + echoed("MSG2", "hi"));
    }

    @Test
    void aToolThatCannotBeCalledIsRefusedByItsPath() {
        Answer answer = user.send(
                "threads.create",
                "{'input':{'content':[{'type':'input_text','text':'hi'}],'attachments':[],'inference_options':{'tool_choice':{'id':'unknown'}}}}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message())
                .isEqualTo("params.input.inference_options.tool_choice.id names no tool that can be called here");
    }

    @Test
    void theOutputOfAClientsToolIsAdded() {
        parley.assistant()
                .follow((turn, reply) ->
                        reply.callClientTool(new RequestedCall("call_1", "locate", "{\"near\":null}")));
        Answer created = user.create("hi");
        String thread = created.jsonEvents().getFirst().at("/thread/id").asString();
        assertThat(literal(created))
                .contains(
                        "'type':'client_tool_call','status':'pending','call_id':'call_1','name':'locate','arguments':{'near':null}}");
        parley.assistant().follow((turn, reply) -> reply.text("There."));

        Answer answer = user.send(
                "threads.add_client_tool_output", "{'thread_id':'%s','result':{'at':[1.50,null]}}".formatted(thread));

        assertThat(literal(answer)).isEqualTo(OPTIONS + echoed("MSG1", "There."));
        assertThat(literal(user.send("items.list", "{'thread_id':'%s'}".formatted(thread))))
                .contains("'status':'completed',", "'output':{'at':[1.50,null]}");
        Answer again = user.send("threads.add_client_tool_output", "{'thread_id':'%s','result':1}".formatted(thread));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("NO_PENDING_TOOL_CALL");
    }

    @Test
    void questionsAreAnswered() {
        parley.assistant()
                .follow((turn, reply) -> reply.ask(List.of(
                        new Question.MultipleChoice("q1", "Which?", List.of("a", "b"), false, null),
                        new Question.Freeform("q2", "Why?", null, null))));
        String thread = user.thread("hi");
        String item = user.newest(thread);
        parley.assistant().follow((turn, reply) -> reply.text("Fine."));
        String params = "{'thread_id':'%s','item_id':'%s','input':{'answers':{'q1':{'values':['b','a']},'unknown':{}}}}"
                .formatted(thread, item);

        Answer answer = user.send("threads.add_structured_input", params);

        assertThat(literal(answer))
                .isEqualTo(OPTIONS
                        + "data: {'type':'thread.item.replaced','item':{'id':'MSG1','thread_id':'THREAD','created_at':T,'type':'structured_input','status':'answered','inputs':["
                        + "{'type':'multiple_choice','id':'q1','question':'Which?','options':[{'value':'a'},{'value':'b'}],'multiple':false,'answer':{'values':['b'],'skipped':false}},"
                        + "{'type':'freeform','id':'q2','question':'Why?','answer':{'values':[],'skipped':true}}]}}\n\n"
                        + echoed("MSG2", "Fine."));
        assertThat(user.send("threads.add_structured_input", params).code()).isEqualTo("NOT_PENDING");
    }

    @Test
    void anAnswerThatIsTooLongIsRefusedAsTheAnswerToItsQuestion() {
        parley.assistant().follow((turn, reply) -> reply.ask(List.of(new Question.Freeform("q", "Why?", null, null))));
        String thread = user.thread("hi");
        String item = user.newest(thread);

        Answer answer = user.send(
                "threads.add_structured_input",
                "{'thread_id':'%s','item_id':'%s','input':{'answers':{'q':{'values':['%s']}}}}"
                        .formatted(thread, item, "x".repeat(501)));

        assertThat(answer.jsonEvents().getFirst().at("/message").asString())
                .isEqualTo("An answer may have at most 500 characters; the one to \"Why?\" has 501.");
    }

    @Test
    void whatCannotBeStoredIsRefusedByItsPath() {
        Answer answer = user.send(
                "threads.create", "{'input':{'content':[{'type':'input_text','text':'\\u0000'}],'attachments':[]}}");

        assertThat(answer.message()).startsWith("params.input.content must not contain the NUL character");
    }

    @Test
    void questionsAreSkipped() {
        parley.assistant().follow((turn, reply) -> reply.ask(List.of(new Question.Freeform("q", "Why?", null, null))));
        String thread = user.thread("hi");
        String item = user.newest(thread);
        parley.assistant().follow((turn, reply) -> reply.text("Fine."));

        Answer answer = user.send(
                "threads.add_structured_input",
                "{'thread_id':'%s','item_id':'%s','input':{'status':'skipped'}}".formatted(thread, item));

        assertThat(literal(answer))
                .contains(
                        "'status':'skipped','inputs':[{'type':'freeform','id':'q','question':'Why?','answer':{'values':[],'skipped':true}}]");
    }

    @Test
    void aMessageIsAnsweredAgain() {
        String thread = user.thread("one");
        user.say(thread, "two");
        String first = user.items(thread).getFirst().at("/id").asString();

        Answer answer =
                user.send("threads.retry_after_item", "{'thread_id':'%s','item_id':'%s'}".formatted(thread, first));

        assertThat(literal(answer)).isEqualTo(OPTIONS + echoed("MSG1", "one"));
        assertThat(user.items(thread)).hasSize(2);
        Answer refused = user.send(
                "threads.retry_after_item", "{'thread_id':'%s','item_id':'%s'}".formatted(thread, user.newest(thread)));
        assertThat(refused.code()).isEqualTo("NOT_A_USER_MESSAGE");
        assertThat(user.items(thread)).hasSize(2);
    }

    @Test
    void anActionIsHandled() {
        parley.assistant().follow((turn, reply) -> reply.widget(new Json("{\"type\":\"Card\",\"x\":null}"), "Card"));
        String thread = user.thread("hi");

        Answer answer = user.send(
                "threads.custom_action",
                "{'thread_id':'%s','item_id':'%s','action':{'type':'fill','payload':{'type':'Text'},'handler':'server','loadingBehavior':'auto'}}"
                        .formatted(thread, user.newest(thread)));

        assertThat(literal(answer))
                .isEqualTo(OPTIONS
                        + "data: {'type':'thread.item.replaced','item':{'id':'MSG1','thread_id':'THREAD','created_at':T,'type':'widget','widget':{'type':'Text'},'copy_text':'Card'}}\n\n"
                        + echoed("MSG2", "Hello from fill."));
        assertThat(user.send(
                                "threads.custom_action",
                                "{'thread_id':'%s','action':{'type':'unheard'}}".formatted(thread))
                        .code())
                .isEqualTo("UNKNOWN_ACTION");
    }

    @Test
    void onlyAClientOfTheProtocolActsAlsoInAThreadThatItSharesWithOthers() {
        List<Boolean> told = new CopyOnWriteArrayList<>();
        parley.assistant().follow((turn, reply) -> told.add(turn.clientActs()));
        String thread = user.thread("hi");

        user.api().say(thread, "from elsewhere");
        user.say(thread, "again");

        assertThat(told).containsExactly(true, false, true);
    }

    @Test
    void theLanguageThatTheUserLikesBestIsToldToTheAssistant() {
        AtomicReference<String> told = new AtomicReference<>();
        parley.assistant().follow((turn, reply) -> told.set(turn.locale()));
        String body = "{\"type\":\"threads.create\",\"params\":{\"input\":%s}}"
                .formatted(ChatKitUnderTest.input("hi").replace('\'', '"'));

        user.api()
                .send(
                        "/api/v1/chatkit",
                        request -> request.header("Content-Type", "application/json")
                                .header("Accept-Language", "fr;q=0.5, de-CH, *;q=0.1")
                                .POST(BodyPublishers.ofString(body)));

        assertThat(told.get()).isEqualTo("de-CH");
    }

    @Test
    void aTooLongMessageIsToldInAStream() {
        Answer answer = user.create("x".repeat(501));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().replace('"', '\''))
                .isEqualTo(
                        "data: {'type':'error','code':'custom','message':'A message may have at most 500 characters; this one has 501.','allow_retry':false}\n\n");
        assertThat(user.api().sessions().json().at("/data")).isEmpty();
    }

    @Test
    void oneThreadTooManyIsToldInAStream() {
        for (int count = 0; count < 10; count++) {
            user.api().newSession();
        }

        assertThat(user.create("hi").body().replace('"', '\''))
                .isEqualTo(
                        "data: {'type':'error','code':'custom','message':'Maximum 10 sessions allowed. Please delete a session to make room for a new one.','allow_retry':false}\n\n");
    }

    @Test
    void aLockedThreadSaysWhy() {
        parley.assistant().follow((turn, reply) -> reply.status(new ThreadStatus.Locked("Back at nine.")));
        Answer created = user.create("hi");
        String thread = created.jsonEvents().getFirst().at("/thread/id").asString();

        assertThat(literal(created)).contains("'status':{'type':'locked','reason':'Back at nine.'}");
        assertThat(user.say(thread, "hi").body().replace('"', '\''))
                .isEqualTo("data: {'type':'error','code':'custom','message':'Back at nine.','allow_retry':false}\n\n");
    }

    @Test
    void aFailureOfTheAssistantIsOneErrorAtTheEnd() {
        parley.assistant().follow((turn, reply) -> {
            throw new IllegalStateException("secret detail");
        });

        Answer answer = user.create("hi");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.jsonEvents().getLast().at("/type").asString()).isEqualTo("error");
        assertThat(answer.jsonEvents().getLast().at("/code").asString()).isEqualTo("stream.error");
        assertThat(answer.body()).doesNotContain("secret detail");
    }

    @Test
    void anothersThreadIsRefusedByTheStatus() {
        Api stranger = parley.someone();

        Answer answer = new ChatKitUnderTest(stranger).say(user.thread("hi"), "hi");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("FORBIDDEN");
    }

    private static String echoed(String id, String text) {
        String item = "{'id':'%s','thread_id':'THREAD','created_at':T,'type':'assistant_message','content':[%s]}";
        String part = "{'type':'output_text','text':'%s','annotations':[]}";
        return "data: {'type':'thread.item.added','item':" + item.formatted(id, "") + "}\n\n"
                + update(id, "content_part.added", "'content':" + part.formatted(""))
                + update(id, "content_part.text_delta", "'delta':'" + text + "'")
                + update(id, "content_part.done", "'content':" + part.formatted(text))
                + "data: {'type':'thread.item.done','item':" + item.formatted(id, part.formatted(text)) + "}\n\n";
    }

    private static String update(String id, String type, String rest) {
        return "data: {'type':'thread.item.updated','item_id':'%s','update':{'type':'assistant_message.%s','content_index':0,%s}}\n\n"
                .formatted(id, type, rest);
    }
}
