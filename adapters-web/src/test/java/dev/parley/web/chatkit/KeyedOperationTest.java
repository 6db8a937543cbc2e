package dev.parley.web.chatkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.testing.Answer;
import dev.parley.web.testing.ChatKitUnderTest;
import dev.parley.web.testing.RunningParley;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyedOperationTest {

    private final ChatKitUnderTest chat =
            new ChatKitUnderTest(RunningParley.shared().someone());

    @Test
    void aThreadThatIsCreatedAgainWithItsKeyIsTheSame() {
        Answer first = create("hello", "'key-1'");
        Answer again = create("hello", "'key-1'");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(chat.send("threads.list", "{}").json().at("/data").size()).isEqualTo(1);
    }

    @Test
    void aMessageIsSaidOnceForItsKey() {
        String thread = chat.thread("hello");

        say(thread, "once", "'key-2'");
        say(thread, "once", "'key-2'");

        assertThat(chat.items(thread)).hasSize(4);
    }

    @Test
    void theKeyOfAnotherRequestIsRefused() {
        create("hello", "'key-3'");

        Answer other = create("something else", "'key-3'");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "{}", "''"})
    void whatIsNoKeyIsRefused(String key) {
        Answer answer = create("hello", key);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).startsWith("metadata.idempotency_key");
    }

    @Test
    void otherMetadataMeansNothing() {
        assertThat(create("hello", "null").status()).isEqualTo(200);
    }

    private Answer create(String text, String key) {
        return keyed("threads.create", "{'input':%s}".formatted(ChatKitUnderTest.input(text)), key);
    }

    private Answer say(String thread, String text, String key) {
        return keyed(
                "threads.add_user_message",
                "{'thread_id':'%s','input':%s}".formatted(thread, ChatKitUnderTest.input(text)),
                key);
    }

    private Answer keyed(String type, String params, String key) {
        return chat.post("{'type':'%s','params':%s,'metadata':{'idempotency_key':%s}}"
                .formatted(type, params, key)
                .replace('\'', '"'));
    }
}
