package dev.parley.assistant.openai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.shared.SystemFailure;
import dev.parley.assistant.testing.Script;
import dev.parley.assistant.testing.ScriptedModelServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OpenAiTranscriberTest {

    private static final byte[] AUDIO = "la la la".getBytes(UTF_8);
    private static final Script HEARD =
            (request, wire) -> wire.whole(200, "application/json", "{\"text\":\"Buy milk\"}");

    private final ScriptedModelServer server = ScriptedModelServer.start();
    private final OpenAiTranscriber transcriber =
            new OpenAiTranscriber(OpenAiSettings.of(server.baseUrl(), "key"), OpenAiTranscriber.DEFAULT_MODEL);

    @AfterEach
    void close() {
        transcriber.close();
        server.close();
    }

    @Test
    void aRecordingIsWrittenDown() {
        server.then(HEARD);

        assertThat(transcriber.transcribe(AUDIO, "audio/webm;codecs=opus")).isEqualTo("Buy milk");
        assertThat(server.requests().getFirst().path()).isEqualTo("/v1/audio/transcriptions");
        assertThat(server.requests().getFirst().body())
                .contains("la la la", "whisper-1", "filename=\"recording.webm\"", "audio/webm");
    }

    @Test
    void aBusyProviderIsAskedAgain() {
        server.then(Script.refusing(503, "{}")).then(HEARD);

        assertThat(transcriber.transcribe(AUDIO, "audio/x-wav")).isEqualTo("Buy milk");
        assertThat(server.requests().getLast().body()).contains("recording.wav", "la la la");
    }

    @Test
    void aProviderThatRefusesFailsTheStep() {
        server.then(Script.refusing(400, "{\"error\":{\"message\":\"secret\"}}"));

        assertThatThrownBy(() -> transcriber.transcribe(AUDIO, "text/plain"))
                .isInstanceOfSatisfying(SystemFailure.class, failure -> {
                    assertThat(failure.step()).isEqualTo("transcribe");
                    assertThat(failure.words().toString())
                            .startsWith("The recording")
                            .doesNotContain("secret");
                });
    }
}
