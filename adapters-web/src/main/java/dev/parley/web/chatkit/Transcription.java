package dev.parley.web.chatkit;

import dev.parley.application.audio.Transcriber;
import dev.parley.web.error.HttpError;
import dev.parley.web.error.HttpErrorException;
import dev.parley.web.request.RequestError;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Writes recordings down, where somebody can. */
@Component
final class Transcription {

    private static final HttpError NOBODY_LISTENS = HttpError.of(RequestError.TRANSCRIPTION_NOT_CONFIGURED);

    private final ObjectProvider<Transcriber> transcriber;

    Transcription(ObjectProvider<Transcriber> transcriber) {
        this.transcriber = transcriber;
    }

    String of(Recording recording) {
        Transcriber configured = transcriber.getIfAvailable();
        if (configured == null) {
            throw new HttpErrorException(NOBODY_LISTENS);
        }
        return configured.transcribe(recording.audio().value(), recording.mimeType());
    }
}
