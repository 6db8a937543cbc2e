package dev.parley.assistant.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream is the same however the network cuts it. */
class StreamCutsTest {

    private static final String STREAM = """
            \uFEFF: a comment

            id: 7
            retry: 100
            event: message
            data: {"choices":[{"index":0,"delta":{"role":"assistant","content":"Grüße 🚢 "}}]}

            data:
            data: {"choices":[{"index":0,"delta":
            data: {"content":[{"type":"thinking","thinking":[{"type":"text","text":"Hm."}]},{"type":"text","text":"du"}]}}]}

            data: {"choices":[{"index":0,"delta":{"reasoning_content":"日本"}}]}

            data: {"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"k1","x":{"s":"é"},"function":{"name":"add","arguments":"{\\"n\\":"}}]}}]}

            data: {"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"\\"ü\\"}"}}]},"finish_reason":"tool_calls"}]}

            data: {"choices":[],"usage":{"prompt_tokens":3,"completion_tokens":2}}

            data: [DONE]

            """;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void itMayBeCutAtEveryByte(String lineEnd) {
        String stream = STREAM.replace("\n", lineEnd);
        byte[] bytes = stream.getBytes(UTF_8);
        String whole = RecordedTurn.of(stream).outcome();

        assertThat(whole).contains("Grüße 🚢 du|Hm.日本|", "{\"n\":\"ü\"}", "{\"x\":{\"s\":\"é\"}}", "prompt=3");
        for (int at = 1; at < bytes.length; at++) {
            assertThat(RecordedTurn.inTwo(bytes, at).outcome())
                    .as("cut at %d", at)
                    .isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void itMayComeInSmallPieces(int size) {
        assertThat(RecordedTurn.cut(STREAM, size).outcome())
                .isEqualTo(RecordedTurn.of(STREAM).outcome());
    }

    @Test
    void bytesThatAreNoUtf8AreReplaced() {
        byte[] bytes = RecordedTurn.event("{\"content\":\"a?b\"}").getBytes(UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '?' ? (byte) 0xFF : bytes[i];
        }

        assertThat(RecordedTurn.inTwo(bytes, 5).text).hasToString("a\uFFFDb");
    }
}
