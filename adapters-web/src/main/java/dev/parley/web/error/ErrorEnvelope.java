package dev.parley.web.error;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.application.shared.Language;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What a refusal looks like.
 *
 * @param success always false
 */
public record ErrorEnvelope(boolean success, Detail error) {

    static ErrorEnvelope of(HttpError refusal, Language language, String requestId) {
        return new ErrorEnvelope(false, new Detail(refusal.code(), language.localize(refusal.words()), requestId));
    }

    /**
     * What was refused and why.
     *
     * @param code stable, for programs
     * @param message for people
     * @param requestId where the log tells more
     */
    @Schema(name = "ErrorDetail")
    public record Detail(
            @Schema(pattern = "^[A-Z_]+$") String code,
            String message,
            @JsonProperty("request_id") String requestId) {}
}
