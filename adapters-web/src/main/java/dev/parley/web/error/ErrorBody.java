package dev.parley.web.error;

import dev.parley.application.shared.Language;
import dev.parley.web.http.RequestId;
import dev.parley.web.request.RequestPath;
import jakarta.servlet.http.HttpServletRequest;

/** Chooses the form of a refusal's body: OpenAI's below {@code /v1}, where OpenAI's clients call, and Parley's elsewhere. */
final class ErrorBody {

    private static final String HOSTED = "/v1";

    private ErrorBody() {}

    static Object of(HttpError refusal, Language language, HttpServletRequest request) {
        return of(refusal, language, RequestPath.of(request), RequestId.of(request));
    }

    /**
     * The body of what the container refuses.
     *
     * @param path as {@link RequestPath} tells it
     */
    static Object of(HttpError refusal, Language language, String path, String requestId) {
        return path.equals(HOSTED) || path.startsWith(HOSTED + "/")
                ? OpenAiError.of(refusal, language)
                : ErrorEnvelope.of(refusal, language, requestId);
    }
}
