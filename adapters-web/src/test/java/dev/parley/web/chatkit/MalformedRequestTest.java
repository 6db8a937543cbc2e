package dev.parley.web.chatkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.testing.Answer;
import dev.parley.web.testing.ChatKitUnderTest;
import dev.parley.web.testing.RunningParley;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no request of the protocol is refused in the envelope, by the name of the field, and changes nothing. */
class MalformedRequestTest {

    private static final String THREAD = "0199a3b4-1a2b-7c3d-8e4f-5a6b7c8d9e0f";

    private final RunningParley parley = RunningParley.shared();
    private final ChatKitUnderTest user = new ChatKitUnderTest(parley.someone());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | type is missing",
                "{'type': null, 'params': {}} | type is missing",
                "{'type': 7, 'params': {}} | type must be a string, not a number",
                "{'type': 'threads.invent', 'params': {}} | type names no operation",
                "{'type': 'threads.list'} | params is missing",
                "{'type': 'threads.list', 'params': null} | params is missing",
                "{'type': 'threads.list', 'params': []} | params must be an object",
                "{'type': 'threads.list', 'params': 'x'} | params must be an object",
                "{'type': 'threads.list', 'params': {}, 'metadata': 3} | metadata must be an object",
                "null | body must be an object",
                "[] | body must be an object, not an array",
                "{'type': 'threads.list', 'params': {} | body is not valid JSON",
                "{'type': 'threads.list', 'type': 'threads.list', 'params': {}} | body is not valid JSON",
            })
    void whatIsNoRequest(String json, String message) {
        check(user.post(json.replace('\'', '"')), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "threads.create | {} | params.input is missing",
                "threads.create | {'input': 'hi'} | params.input must be an object, not a string",
                "threads.create | {'input': {}} | params.input.content is missing",
                "threads.create | {'input': {'content': [{'type': 'image'}]}} | params.input.content[0].type must be",
                "threads.create | {'input': {'content': [], 'attachments': ['no']}} | params.input.attachments[0] names no",
                "threads.create | {'input': {'content': [], 'attachments': [1]}} | params.input.attachments[0] must be a string, not a number",
                "threads.add_user_message | {'input': {'content': []}} | params.thread_id is missing",
                "threads.add_user_message | {'thread_id': '', 'input': {'content': []}} | params.thread_id must have",
                "threads.add_user_message | {'thread_id': 'a\\u0000', 'input': {'content': []}} | params.thread_id must not",
                "threads.add_client_tool_output | {'thread_id': 'T'} | params.result is missing",
                "threads.add_client_tool_output | {'thread_id': 'T', 'result': '\\ud800'} | result must not contain half",
                "threads.add_structured_input | {'thread_id': 'T', 'item_id': 'i'} | params.input is missing",
                "threads.add_structured_input | {'thread_id': 'T', 'item_id': 'i', 'input': {'status': 'no'}} | params.input.status must be",
                "threads.add_structured_input | {'thread_id': 'T', 'item_id': 'i', 'input': {'answers': {'q': null}}} | params.input.answers.q is missing",
                "threads.add_structured_input | {'thread_id': 'T', 'item_id': 'i', 'input': {'answers': {'q': {'values': [null]}}}} | params.input.answers.q.values[0] is missing",
                "threads.add_structured_input | {'thread_id': 'T', 'item_id': 'i', 'input': {'answers': {'q': {'skipped': 'yes'}}}} | params.input.answers.q.skipped must be true or false, not a string",
                "threads.retry_after_item | {'thread_id': 'T'} | params.item_id is missing",
                "threads.custom_action | {'thread_id': 'T'} | params.action is missing",
                "threads.custom_action | {'thread_id': 'T', 'action': {}} | params.action.type is missing",
                "threads.sync_custom_action | {'thread_id': 'T', 'action': {'type': ''}} | params.action.type must have",
                "threads.get_by_id | {} | params.thread_id is missing",
                "threads.get_by_id | {'thread_id': {}} | params.thread_id must be a string, not an object",
                "threads.list | {'limit': -1} | params.limit must be from 1 to 100",
                "threads.list | {'limit': -9999} | params.limit must be from 1 to 100",
                "threads.list | {'limit': 1.5} | params.limit must be a whole number, not a number with a fraction",
                "threads.list | {'limit': '1'} | params.limit must be a whole number, not a string",
                "threads.list | {'limit': ''} | params.limit must be a whole number, not a string",
                "threads.list | {'limit': ' '} | params.limit must be a whole number, not a string",
                "threads.list | {'limit': '\\u0000'} | params.limit must be a whole number, not a string",
                "threads.list | {'limit': 99999999999} | params.limit",
                "threads.list | {'order': 'up'} | params.order must be",
                "threads.list | {'after': 'x'} | params.after must be a UUID",
                "threads.update | {'thread_id': 'T'} | params.title is missing",
                "threads.update | {'thread_id': 'T', 'title': ' '} | params.title must not be blank",
                "items.list | {'thread_id': 'T', 'limit': -1} | params.limit must be",
                "items.list | {'thread_id': 'T', 'after': 'x'} | params.after must be the id of an item",
                "items.feedback | {'thread_id': 'T', 'kind': 'positive'} | params.item_ids is missing",
                "items.feedback | {'thread_id': 'T', 'item_ids': [null], 'kind': 'positive'} | params.item_ids[0] is missing",
                "items.feedback | {'thread_id': 'T', 'item_ids': [], 'kind': 'so-so'} | params.kind must be",
                "attachments.create | {'size': 1, 'mime_type': 'a/b'} | params.name is missing",
                "attachments.create | {'name': 'a', 'mime_type': 'a/b'} | params.size is missing",
                "attachments.create | {'name': 'a', 'size': 1.5, 'mime_type': 'a/b'} | params.size must be a whole number, not a number with a fraction",
                "attachments.create | {'name': 'a', 'size': 1, 'mime_type': 'ab'} | params.mime_type must be",
                "attachments.delete | {} | params.attachment_id is missing",
                "input.transcribe | {'mime_type': 'audio/webm'} | params.audio_base64 is missing",
                "input.transcribe | {'audio_base64': 'YQ==', 'mime_type': 'audio/wav'} | params.mime_type must be",
                "input.transcribe | {'audio_base64': 'YQ==', 'mime_type': 'audio/webm\\r\\nX: y'} | params.mime_type must be",
            })
    void whatNoOperationCanBeDoneWith(String type, String params, String message) {
        check(user.send(type, params.replace("'T'", "'" + THREAD + "'")), message);
    }

    @Test
    void aRecordingThatIsNoneIsRefused() {
        try (RunningParley listening = RunningParley.start("parley.test.listens=true")) {
            ChatKitUnderTest speaker = new ChatKitUnderTest(listening.someone());

            for (String none : List.of("?", "é", "YQ==YQ==", "YQ=", "Y", "Y_-j", "=")) {
                check(
                        speaker.send(
                                "input.transcribe", "{'audio_base64':'%s','mime_type':'audio/webm'}".formatted(none)),
                        "params.audio_base64 ");
            }
            check(
                    speaker.send("input.transcribe", "{'audio_base64':'','mime_type':'audio/webm'}"),
                    "params.audio_base64 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/event-stream", "application/json", "*/*"})
    void whateverAClientAcceptsARefusalIsJson(String accepted) {
        Answer answer = user.api()
                .send(
                        ChatKitUnderTest.PATH,
                        request -> request.header("Content-Type", "application/json")
                                .header("Accept", accepted)
                                .POST(BodyPublishers.ofString("{\"type\":\"threads.create\",\"params\":{}}")));

        check(answer, "params.input is missing");
    }

    @ParameterizedTest
    @ValueSource(ints = {1024 * 1024, 11 * 1024 * 1024})
    void whatIsTooLongIsRefused(int length) {
        Answer answer = user.create("x".repeat(length));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("REQUEST_TOO_LARGE");
    }

    @Test
    void whoHasNoTokenIsRefusedWhateverIsAsked() {
        ChatKitUnderTest nobody = new ChatKitUnderTest(parley.anonymous());

        assertThat(nobody.create("hi").status()).isEqualTo(401);
        assertThat(nobody.send("threads.list", "{}").code()).isEqualTo("UNAUTHORIZED");
        assertThat(nobody.post("{").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "threads.add_user_message | {'thread_id': 'T', 'input': {'content': [{'type': 'input_text', 'text': 'hi'}]}}",
                "threads.add_client_tool_output | {'thread_id': 'T', 'result': 1}",
                "threads.add_structured_input | {'thread_id': 'T', 'item_id': 'I', 'input': {}}",
                "threads.retry_after_item | {'thread_id': 'T', 'item_id': 'I'}",
                "threads.custom_action | {'thread_id': 'T', 'action': {'type': 'greet'}}",
                "threads.sync_custom_action | {'thread_id': 'T', 'action': {'type': 'greet'}}",
                "threads.get_by_id | {'thread_id': 'T'}",
                "threads.update | {'thread_id': 'T', 'title': 'Mine'}",
                "threads.delete | {'thread_id': 'T'}",
                "items.list | {'thread_id': 'T'}",
                "items.feedback | {'thread_id': 'T', 'item_ids': ['I'], 'kind': 'negative'}",
            })
    void anothersThreadIsRefusedAndStaysAsItIs(String type, String params) {
        String thread = user.thread("hi");
        String before = user.send("threads.get_by_id", "{'thread_id':'%s'}".formatted(thread))
                .body();
        ChatKitUnderTest stranger = new ChatKitUnderTest(parley.someone());
        String item = user.items(thread).getFirst().at("/id").asString();

        Answer answer =
                stranger.send(type, params.replace("'T'", "'" + thread + "'").replace("'I'", "'" + item + "'"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("FORBIDDEN");
        assertThat(user.send("threads.get_by_id", "{'thread_id':'%s'}".formatted(thread))
                        .body())
                .isEqualTo(before);
    }

    private static void check(Answer answer, String message) {
        assertThat(answer.message()).startsWith(message);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_REQUEST");
        assertThat(answer.header("Content-Type")).startsWith("application/json");
    }
}
