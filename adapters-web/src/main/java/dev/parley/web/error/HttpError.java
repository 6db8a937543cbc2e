package dev.parley.web.error;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.LocalizedText;
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
 */
public record HttpError(
        HttpStatus status,
        String code,
        LocalizedText words,
        Map<String, String> headers,
        @Nullable String field) {

    private static final String RETRY_SECONDS = "5";
    private static final Map<String, String> CHALLENGE =
            Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"parley\"");

    public HttpError {
        headers = Map.copyOf(headers);
    }

    /** A refusal of no single field. */
    public HttpError(HttpStatus status, String code, LocalizedText words, Map<String, String> headers) {
        this(status, code, words, headers, null);
    }

    /** A refusal without headers of its own. */
    public static HttpError of(HttpStatus status, String code, LocalizedText words) {
        return new HttpError(status, code, words, Map.of());
    }

    /** The one mapping from what failed to what HTTP says. */
    public static HttpError of(Failure failure) {
        HttpStatus status = switch (failure.kind()) {
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
        String field = failure instanceof InvalidRequest invalid ? invalid.field() : null;
        return new HttpError(status, failure.code(), failure.words(), headers(failure), field);
    }

    private static Map<String, String> headers(Failure failure) {
        return switch (failure.kind()) {
            case UNAUTHENTICATED -> CHALLENGE;
            case UNAVAILABLE -> Map.of(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            case INVALID, FORBIDDEN, NOT_FOUND, GONE, CONFLICT, UNPROCESSABLE, LIMIT, UPSTREAM, INTERNAL -> Map.of();
        };
    }
}
