package dev.parley.web.error;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.application.shared.Language;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What a refusal looks like to clients of OpenAI's API. */
record OpenAiError(Detail error) {

    /** What the client asks for, and no server has to have (RFC 9110, sections 15.6.2 and 15.6.6). */
    private static final Set<HttpStatus> OF_CLIENT =
            Set.of(HttpStatus.NOT_IMPLEMENTED, HttpStatus.HTTP_VERSION_NOT_SUPPORTED);

    static OpenAiError of(HttpError refusal, Language language) {
        return new OpenAiError(new Detail(
                language.localize(refusal.words()),
                type(refusal.status()),
                refusal.field(),
                refusal.code().toLowerCase(Locale.ROOT)));
    }

    private static String type(HttpStatus status) {
        if (status == HttpStatus.TOO_MANY_REQUESTS) {
            return "rate_limit_error";
        }
        return status.is5xxServerError() && !OF_CLIENT.contains(status) ? "server_error" : "invalid_request_error";
    }

    /**
     * What was refused and why.
     *
     * @param message for people
     * @param type what sort of refusal it is
     * @param param the field that is refused; null where it is not one
     * @param code stable, for programs
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Detail(String message, String type, @Nullable String param, String code) {}
}
