package dev.parley.web.chatkit;

import dev.parley.application.audio.Transcriber;
import dev.parley.application.shared.SystemFailure;
import dev.parley.application.shared.TimeLimit;
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
    private final TimeLimit limit;

    Transcription(ObjectProvider<Transcriber> transcriber, TimeLimit limit) {
        this.transcriber = transcriber;
        this.limit = limit;
    }

    String of(Recording recording) {
        Transcriber configured = transcriber.getIfAvailable();
        if (configured == null) {
            throw new HttpErrorException(NOBODY_LISTENS);
        }
        return limit.await(
                () -> configured.transcribe(recording.audio().value(), recording.mimeType()),
                late -> SystemFailure.notTranscribed("transcribe", late));
    }
}
