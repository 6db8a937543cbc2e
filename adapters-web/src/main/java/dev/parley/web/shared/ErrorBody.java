package dev.parley.web.shared;

import dev.parley.application.shared.Language;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** Chooses the form of a refusal's body: OpenAI's below {@code /v1}, where OpenAI's clients call, and Parley's elsewhere. */
final class ErrorBody {

    private static final String HOSTED = "/v1/";

    private ErrorBody() {}

    static Object of(Refusal refusal, Language language, HttpServletRequest request) {
        return addressOf(request).startsWith(HOSTED)
                ? OpenAiError.of(refusal, language)
                : ErrorEnvelope.of(refusal, language, RequestId.of(request));
    }

    /** A request that the container forwards to its error page has the page's address and remembers its own. */
    private static String addressOf(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String original
                ? original
                : request.getRequestURI();
    }
}
