package dev.parley.web.error;

import dev.parley.domain.shared.ErrorCode;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.LocalizedText;
import dev.parley.web.request.RequestError;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * How a request is refused over HTTP.
 *
 * @param code stable, for programs
 * @param words for people; hold nothing internal
 * @param headers to send along
 * @param field the path of the field that is refused; null where it is not one
 * @param setting the limit that was reached, for the log; null where it is none, or no operator sets it
 */
public record HttpError(
        HttpStatus status,
        String code,
        LocalizedText words,
        Map<String, String> headers,
        @Nullable String field,
        @Nullable String setting) {

    private static final String RETRY_SECONDS = "5";
    private static final Map<String, String> CHALLENGE =
            Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"parley\"");

    public HttpError {
        headers = Map.copyOf(headers);
    }

    /** A refusal with a status that the container has chosen. */
    static HttpError of(HttpStatus status, String code, LocalizedText words) {
        return new HttpError(status, code, words, Map.of(), null, null);
    }

    /** A refusal of no single field. */
    public static HttpError of(ErrorCode error, Object... arguments) {
        return answer(error, error.text(arguments), null);
    }

    /** What failed, as HTTP says it. */
    public static HttpError of(Failure failure) {
        return answer(
                failure.error(), failure.words(), failure instanceof InvalidRequest invalid ? invalid.field() : null);
    }

    private static HttpError answer(ErrorCode error, LocalizedText words, @Nullable String field) {
        return new HttpError(status(error), error.code(), words, headers(error.kind()), field, LimitSettings.of(error));
    }

    /** The one mapping from what is wrong to what HTTP says. */
    public static HttpStatus status(ErrorCode error) {
        return error instanceof RequestError ofHttp
                ? ofHttp.status().orElseGet(() -> status(error.kind()))
                : status(error.kind());
    }

    private static HttpStatus status(FailureKind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case GONE -> HttpStatus.GONE;
            case CONFLICT -> HttpStatus.CONFLICT;
            case UNPROCESSABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
            case LIMIT -> HttpStatus.TOO_MANY_REQUESTS;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
            case UPSTREAM -> HttpStatus.BAD_GATEWAY;
            case INTERNAL -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    /** The same refusal with other headers. */
    public HttpError with(Map<String, String> others) {
        return new HttpError(status, code, words, others, field, setting);
    }

    /** The same refusal, by the limit that a setting is. */
    public HttpError by(@Nullable String limit) {
        return new HttpError(status, code, words, headers, field, limit);
    }

    private static Map<String, String> headers(FailureKind kind) {
        return switch (kind) {
            case UNAUTHENTICATED -> CHALLENGE;
            case UNAVAILABLE -> Map.of(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            case INVALID, FORBIDDEN, NOT_FOUND, GONE, CONFLICT, UNPROCESSABLE, LIMIT, UPSTREAM, INTERNAL -> Map.of();
        };
    }
}
