package dev.parley.assistant.openai;

import com.openai.client.OpenAIClient;
import com.openai.core.MultipartField;
import com.openai.errors.OpenAIException;
import com.openai.models.audio.AudioResponseFormat;
import com.openai.models.audio.transcriptions.TranscriptionCreateParams;
import dev.parley.application.audio.Transcriber;
import dev.parley.application.shared.SystemFailure;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A provider's {@code /audio/transcriptions}. */
public final class OpenAiTranscriber implements Transcriber, AutoCloseable {

    /** The model that most providers know. */
    public static final String DEFAULT_MODEL = "whisper-1";

    private static final Pattern SUBTYPE = Pattern.compile("\\w+/(?:x-)?(\\w+).*");

    private final OpenAiSettings settings;
    private final String model;
    private final OpenAIClient client;

    /**
     * Makes the transcriber; connects to nothing yet.
     *
     * @param settings of which the first token's time limit is that of the whole transcription
     * @param model who listens, such as {@link #DEFAULT_MODEL}
     */
    public OpenAiTranscriber(OpenAiSettings settings, String model) {
        this.settings = settings;
        this.model = model;
        this.client = Clients.builder(settings, settings.firstTokenTimeout()).build();
    }

    @Override
    public String transcribe(byte[] audio, String mimeType) {
        try {
            return RequestRetries.within(
                            settings.retries(), Deadline.in(settings.firstTokenTimeout(), System::nanoTime))
                    .make(() -> heard(audio, mimeType));
        } catch (ModelFailed e) {
            throw SystemFailure.notTranscribed("transcribe", settings.secrets().hideIn(e));
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private String heard(byte[] audio, String mimeType) {
        TranscriptionCreateParams request = TranscriptionCreateParams.builder()
                .model(model)
                .responseFormat(AudioResponseFormat.JSON)
                .file(MultipartField.<InputStream>builder()
                        .value(new ByteArrayInputStream(audio))
                        .contentType(mimeType)
                        .filename("recording." + extension(mimeType))
                        .build())
                .build();
        try {
            return client.audio()
                    .transcriptions()
                    .create(request)
                    .asTranscription()
                    .text();
        } catch (OpenAIException e) {
            throw ModelFailed.of(e);
        }
    }

    /** Providers tell the format by the file's name. */
    private static String extension(String mimeType) {
        Matcher subtype = SUBTYPE.matcher(mimeType);
        return subtype.matches() ? subtype.group(1) : "bin";
    }
}
