package dev.parley.web.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.application.shared.SystemFailure;
import dev.parley.application.tool.RequestedCall;
import dev.parley.domain.run.Usage;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.RunningParley;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RunApiTest {

    private final RunningParley parley = RunningParley.shared();
    private final Api user = parley.someone();
    private final String session = user.newSession();

    @AfterEach
    void echoAgain() {
        parley.assistant().reset();
    }

    @Test
    void anAnswerIsAStreamOfEvents() {
        Answer answer = user.say(session, "two words");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/event-stream");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(answer.header("X-Accel-Buffering")).isEqualTo("no");
        assertThat(answer.header("X-Run-Id")).isNotEmpty();
        assertThat(answer.events().getLast()).isEqualTo("[DONE]");
        assertThat(typesOf(answer))
                .containsExactly(
                        "thread.item.done",
                        "stream_options",
                        "thread.updated",
                        "thread.item.added",
                        "assistant_message.content_part.added",
                        "assistant_message.content_part.text_delta",
                        "assistant_message.content_part.text_delta",
                        "assistant_message.content_part.text_delta",
                        "assistant_message.content_part.done",
                        "thread.item.done");
    }

    @Test
    void theLanguageOfARunReachesItsAssistantAndItsProgress() {
        parley.assistant().follow((turn, reply) -> {
            reply.callTool(new RequestedCall("call_1", "lost", "{}"));
            reply.text(turn.locale());
        });

        Answer answer = user.say(session, "Hallo", "de-CH, fr;q=0.5");

        assertThat(answer.jsonEvents())
                .filteredOn(event -> event.at("/type").asString().equals("progress_update"))
                .extracting(event -> event.at("/text").asString())
                .containsExactly("Das Werkzeug lost wird gesucht…");
        assertThat(answer.jsonEvents().getLast().at("/item/content/0/text").asString())
                .isEqualTo("de-CH");
    }

    @Test
    void eachEventHasTheProtocolsForm() {
        Answer answer = user.say(session, "hi");

        List<JsonNode> events = answer.jsonEvents();
        String userMessage = events.get(0).at("/item/id").asString();
        String answered = events.get(3).at("/item/id").asString();
        assertThat(userMessage).matches("msg_[0-9a-f]{24,}");
        assertThat(withoutTimes(answer))
                .containsExactly(
                        "{'type':'thread.item.done','item':{'id':'%s','thread_id':'%s','created_at':T,'type':'user_message','content':[{'type':'input_text','text':'hi'}],'attachments':[],'inference_options':{}}}"
                                .formatted(userMessage, session),
                        "{'type':'stream_options','stream_options':{'allow_cancel':false}}",
                        "{'type':'thread.updated','thread':{'id':'%s','title':'hi','created_at':T,'status':{'type':'active'},'allowed_image_domains':['127.0.0.1'],'metadata':{},'items':{'data':[],'has_more':false}}}"
                                .formatted(session),
                        "{'type':'thread.item.added','item':{'id':'%s','thread_id':'%s','created_at':T,'type':'assistant_message','content':[]}}"
                                .formatted(answered, session),
                        "{'type':'thread.item.updated','item_id':'%s','update':{'type':'assistant_message.content_part.added','content_index':0,'content':{'type':'output_text','text':'','annotations':[]}}}"
                                .formatted(answered),
                        "{'type':'thread.item.updated','item_id':'%s','update':{'type':'assistant_message.content_part.text_delta','content_index':0,'delta':'hi'}}"
                                .formatted(answered),
                        "{'type':'thread.item.updated','item_id':'%s','update':{'type':'assistant_message.content_part.done','content_index':0,'content':{'type':'output_text','text':'hi','annotations':[]}}}"
                                .formatted(answered),
                        "{'type':'thread.item.done','item':{'id':'%s','thread_id':'%s','created_at':T,'type':'assistant_message','content':[{'type':'output_text','text':'hi','annotations':[]}]}}"
                                .formatted(answered, session));
    }

    @Test
    void onlyTheFirstMessageGivesTheTitle() {
        user.say(session, "first");

        assertThat(typesOf(user.say(session, "second"))).doesNotContain("thread.updated");
        assertThat(user.session(session).data().at("/title").asString()).isEqualTo("first");
    }

    @Test
    void anAssistantThatFailsAtOnceIsAnUpstreamError() {
        parley.assistant().follow((turn, reply) -> {
            throw new IllegalStateException("the model's secret address");
        });

        Answer answer = user.say(session, "hello");

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.code()).isEqualTo("UPSTREAM_ERROR");
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.body()).doesNotContain("secret address");
        assertThat(user.session(session).data().at("/messages").size()).isEqualTo(1);
    }

    @Test
    void aFailedAssistantIsWrittenDownOnce() {
        IllegalStateException cause = new IllegalStateException("broken");
        parley.assistant().follow((turn, reply) -> {
            throw cause;
        });

        user.say(session, "hello");

        assertThat(parley.errorReporter().failures())
                .filteredOn(failure -> cause.equals(failure.getCause()))
                .extracting(SystemFailure::step)
                .containsExactly("assistant");
    }

    @Test
    void anAssistantThatFailsLaterEndsTheStreamInOrderAndKeepsItsText() {
        parley.assistant().follow((turn, reply) -> {
            reply.text("so far");
            throw new IllegalStateException("the model's secret address");
        });

        Answer answer = user.say(session, "hello");

        assertThat(answer.status()).isEqualTo(200);
        JsonNode error = answer.jsonEvents().getLast();
        assertThat(error.toString())
                .isEqualTo(
                        "{\"type\":\"error\",\"code\":\"stream.error\",\"message\":\"The assistant could not answer. Your message is kept; please try again.\",\"allow_retry\":true}");
        assertThat(answer.events().getLast()).isEqualTo("[DONE]");
        assertThat(user.session(session).data().at("/messages/1/content/0/text").asString())
                .isEqualTo("so far");
    }

    @Test
    void aToolCallIsProgressInTheStreamAndPartOfTheHistory() {
        parley.assistant().follow((turn, reply) -> {
            reply.text("One moment.");
            reply.callTool(new RequestedCall("call_1", "echo", "{}"));
            reply.text("Done.");
        });

        Answer answer = user.say(session, "hello");

        assertThat(answer.jsonEvents())
                .extracting(JsonNode::toString)
                .contains("{\"type\":\"progress_update\",\"text\":\"Listening…\"}");
        assertThat(answer.body()).doesNotContain("call_1");
        JsonNode messages = user.session(session).data().at("/messages");
        assertThat(messages.size()).isEqualTo(3);
        assertThat(messages.at("/1").has("tool_calls")).isFalse();
        assertThat(messages.at("/2/content/0/text").asString()).isEqualTo("Done.");
        assertThat(messages.at("/2/tool_calls/0/id").asString()).isEqualTo("call_1");
        assertThat(messages.at("/2/tool_calls/0/type").asString()).isEqualTo("function");
        assertThat(messages.at("/2/tool_calls/0/function").toString())
                .isEqualTo("{\"name\":\"echo\",\"arguments\":\"{}\"}");
        assertThat(messages.at("/2/tool_calls/0/result").asString()).startsWith("{} for ");
    }

    @Test
    void aCallAfterWhichNothingIsSaidStandsAlone() {
        parley.assistant().follow((turn, reply) -> reply.callTool(new RequestedCall("call_1", "echo", "{}")));

        user.say(session, "hello");

        JsonNode message = user.session(session).data().at("/messages/1");
        assertThat(message.at("/role").asString()).isEqualTo("assistant");
        assertThat(message.at("/content").size()).isZero();
        assertThat(message.at("/tool_calls").size()).isEqualTo(1);
    }

    @Test
    void whatAnAnswerCostIsToldToItsUser() {
        parley.assistant().follow((turn, reply) -> reply.usage(new Usage("small", 10, 5, 1, 100, 1000)));

        user.say(session, "hello");

        JsonNode usage = user.get("/api/v1/usage").data();
        assertThat(usage.at("/0").propertyNames())
                .containsExactly("day", "model", "answers", "prompt_tokens", "completion_tokens", "reasoning_tokens");
        assertThat(usage.at("/0/prompt_tokens").asInt()).isEqualTo(10);
        assertThat(parley.someone().get("/api/v1/usage").data().size()).isZero();
    }

    @Test
    void aThreadIsAnsweredOnceAtATime() throws InterruptedException, IOException {
        CountDownLatch finish = new CountDownLatch(1);
        parley.assistant().follow((turn, reply) -> {
            reply.text("wait");
            awaitQuietly(finish);
        });
        try (InputStream first = stream("hello")) {
            Answer second = user.say(session, "again");

            assertThat(second.status()).isEqualTo(409);
            assertThat(second.code()).isEqualTo("RUN_IN_PROGRESS");
            finish.countDown();
            assertThat(new String(first.readAllBytes(), UTF_8)).endsWith("data: [DONE]\n\n");
        }
        assertThat(user.session(session).data().at("/messages").size()).isEqualTo(2);
    }

    @Test
    void aStreamShowsWordsWhenTheyAreSaid() throws IOException {
        CountDownLatch finish = new CountDownLatch(1);
        parley.assistant().follow((turn, reply) -> {
            reply.text("early");
            awaitQuietly(finish);
        });

        try (InputStream events = stream("hello")) {
            StringBuilder seen = new StringBuilder();
            byte[] buffer = new byte[4096];
            while (seen.indexOf("\"early\"") < 0) {
                seen.append(new String(buffer, 0, events.read(buffer), UTF_8));
            }
            assertThat(finish.getCount()).isEqualTo(1);
            finish.countDown();
        }
    }

    @Test
    void anAnswerSurvivesADroppedConnection() throws IOException {
        CountDownLatch finish = new CountDownLatch(1);
        parley.assistant().follow((turn, reply) -> {
            reply.text("kept");
            awaitQuietly(finish);
            reply.text(" to the end");
        });
        stream("hello").close();
        finish.countDown();

        await().untilAsserted(() -> assertThat(user.session(session)
                        .data()
                        .at("/messages/1/content/0/text")
                        .asString())
                .isEqualTo("kept to the end"));
    }

    @Test
    void aThreadThatIsNotTheSessionsIsNotFound() {
        String other = user.newSession();

        Answer answer =
                user.post("/api/v1/chatkit/sessions/" + session + "/threads/" + other + "/runs", Api.message("hello"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("THREAD_NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u00a0\u2003\u3000"})
    void aMessageOfNothingIsRefused(String text) {
        Answer answer = user.say(session, text);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("EMPTY_MESSAGE");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '#',
            value = {
                "'model':'unknown', message.inference_options.model must be one of small",
                "'tool_choice':{'id':'unknown'}, message.inference_options.tool_choice.id names no tool that can be called here"
            })
    void whatNobodyOffersCannotBePicked(String options, String reason) {
        Answer answer = user.post(Api.runsOf(session), """
                {"message":{"role":"user","content":[{"type":"input_text","text":"hi"}],
                 "inference_options":{%s}}}""".formatted(options.replace('\'', '"')));

        assertThat(answer.code()).isEqualTo("INVALID_REQUEST");
        assertThat(answer.message()).isEqualTo(reason);
    }

    @Test
    void aLongQuotationIsCutAndNotRefused() {
        Answer answer = user.post(Api.runsOf(session), """
                {"message":{"role":"user","content":[{"type":"input_text","text":"why?"}],"quoted_text":"%s"}}""".formatted("so ".repeat(300)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.jsonEvents().getFirst().at("/item/quoted_text").asString())
                .endsWith("so…")
                .hasSizeBetween(490, 500);
    }

    @Test
    void aLongMessageIsRefusedWithTheLimitAndItsLength() {
        assertThat(user.say(session, "🚢".repeat(500)).status()).isEqualTo(200);

        Answer answer = user.say(session, "🚢".repeat(501));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("MESSAGE_TOO_LONG");
        assertThat(answer.message()).contains("500").contains("501");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | message",
                "{'message': null} | message",
                "{'message': 'hello'} | message",
                "{'message': {'content': []}} | message.role",
                "{'message': {'role': 'assistant', 'content': []}} | message.role",
                "{'message': {'role': 'user'}} | message.content",
                "{'message': {'role': 'user', 'content': 'hello'}} | message.content",
                "{'message': {'role': 'user', 'content': [null]}} | message.content[0]",
                "{'message': {'role': 'user', 'content': ['hello']}} | message.content[0]",
                "{'message': {'role': 'user', 'content': [{'text': 'hello'}]}} | message.content[0].type",
                "{'message': {'role': 'user', 'content': [{'type': 'image', 'text': 'x'}]}} | message.content[0].type",
                "{'message': {'role': 'user', 'content': [{'type': 'input_text'}]}} | message.content[0].text",
                "{'message': {'role': 'user', 'content': [{'type': 'input_text', 'text': 7}]}} | message.content[0].text",
                "{'message': {'role': 'user', 'content': [{'type': 'input_text', 'text': 'a\\u0000b'}]}} | message.content",
                "{'message': {'role': 'user', 'content': [{'type': 'input_text', 'text': 'a\\udc00b'}]}} | message.content",
                "[] | body",
                "'hello' | body",
                "{'message': | body",
            })
    void aRequestThatCannotBeIsRefusedAndNamesTheField(String body, String field) {
        Answer answer = user.post(Api.runsOf(session), body.replace('\'', '"'));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_REQUEST");
        assertThat(answer.message()).startsWith(field + " ");
        assertThat(user.session(session).data().at("/messages").size()).isZero();
    }

    @Test
    void aTagAndAQuoteComeBackInStreamAndHistory() {
        String tag = "{'type':'input_tag','id':'ship-1','text':'@Argo','data':{'b':1.0,'a':null},'interactive':true}"
                .replace('\'', '"');

        Answer answer = user.post(
                Api.runsOf(session),
                "{\"message\":{\"role\":\"user\",\"quoted_text\":\"she floats\",\"content\":[%s]}}".formatted(tag));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("\"content\":[%s]".formatted(tag), "\"quoted_text\":\"she floats\"");
        JsonNode message = user.session(session).data().at("/messages/0");
        assertThat(message.at("/content/0").toString())
                .isEqualTo(
                        "{'type':'input_tag','text':'@Argo','id':'ship-1','data':{'b':1.0,'a':null},'interactive':true}"
                                .replace('\'', '"'));
        assertThat(message.at("/quoted_text").asString()).isEqualTo("she floats");
        assertThat(message.has("attachments")).isFalse();
    }

    @Test
    void anAttachmentThatIsNotThereIsRefused() {
        Answer answer = user.post(
                Api.runsOf(session), "{\"message\":{\"role\":\"user\",\"content\":[],\"attachments\":[\"atc_1\"]}}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).startsWith("message.attachments[0] ");
    }

    @Test
    void moreThan100PartsAreRefused() {
        String part = "{\"type\":\"input_text\",\"text\":\"a\"},";
        String body = "{\"message\":{\"role\":\"user\",\"content\":[%s]}}"
                .formatted(part.repeat(101).substring(0, part.length() * 101 - 1));

        assertThat(user.post(Api.runsOf(session), body).message()).startsWith("message.content ");
    }

    private InputStream stream(String text) {
        return user.exchange(
                        Api.runsOf(session),
                        request -> request.header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(Api.message(text))),
                        BodyHandlers.ofInputStream())
                .body();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> typesOf(Answer answer) {
        return answer.jsonEvents().stream()
                .map(event -> event.has("update") ? event.at("/update/type") : event.at("/type"))
                .map(JsonNode::asString)
                .toList();
    }

    private static List<String> withoutTimes(Answer answer) {
        return answer.jsonEvents().stream()
                .map(event -> event.toString()
                        .replace('"', '\'')
                        .replaceAll("'\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z'", "T"))
                .toList();
    }
}
