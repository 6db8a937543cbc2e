package dev.parley.web.error;

import dev.parley.domain.shared.LocalizedText;
import dev.parley.web.request.ContainerError;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Refusals of requests that found no handler, or that their handler cannot read. */
public final class RequestProblems {

    static final HttpError NOT_FOUND =
            HttpError.of(HttpStatus.NOT_FOUND, "NOT_FOUND", LocalizedText.of("There is nothing at this address."));

    public static final HttpError NOT_JSON = HttpError.of(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "UNSUPPORTED_MEDIA_TYPE",
            LocalizedText.of("The body must be JSON, sent with Content-Type: application/json."));

    static final HttpError UNREADABLE = invalid(LocalizedText.of("The address, its query or a header cannot be read."));

    private static final HttpError NO_MEDIA_TYPES =
            invalid(LocalizedText.of("The Accept header is no list of media types."));

    private RequestProblems() {}

    static HttpError of(HttpRequestMethodNotSupportedException e) {
        Set<HttpMethod> supported = e.getSupportedHttpMethods();
        String allow = supported == null
                ? ""
                : supported.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
        return new HttpError(
                HttpStatus.METHOD_NOT_ALLOWED,
                "METHOD_NOT_ALLOWED",
                LocalizedText.of("This address does not take {0}, but {1}.", e.getMethod(), allow),
                Map.of(HttpHeaders.ALLOW, allow));
    }

    static HttpError of(HttpMediaTypeNotAcceptableException e) {
        if (e.getSupportedMediaTypes().isEmpty()) {
            return NO_MEDIA_TYPES;
        }
        String offered = e.getSupportedMediaTypes().stream()
                .map(MediaType::toString)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "));
        return HttpError.of(
                HttpStatus.NOT_ACCEPTABLE,
                "NOT_ACCEPTABLE",
                LocalizedText.of("This address answers with {0}, which the Accept header does not take.", offered));
    }

    static HttpError of(MethodArgumentTypeMismatchException e) {
        return invalid(LocalizedText.of("{0} has a value that cannot be read", e.getName()));
    }

    static HttpError of(MissingServletRequestParameterException e) {
        return invalid(LocalizedText.of("{0} is missing", e.getParameterName()));
    }

    static HttpError invalid(LocalizedText words) {
        return HttpError.of(HttpStatus.BAD_REQUEST, "INVALID_REQUEST", words);
    }

    /** What the container refuses, in words as good as can be had. */
    static HttpError of(HttpStatus status, HttpServletRequest request) {
        return ContainerError.of(request)
                .map(words -> HttpError.of(status, code(status), words))
                .orElseGet(() -> of(status));
    }

    /** Whatever else has no better words: the status alone. */
    static HttpError of(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> NOT_FOUND;
            case INTERNAL_SERVER_ERROR ->
                HttpError.of(
                        status,
                        "INTERNAL_ERROR",
                        LocalizedText.of(
                                "Something went wrong on our side. Please report the request id if it happens again."));
            default ->
                HttpError.of(
                        status,
                        code(status),
                        LocalizedText.of("The request was refused: {0}.", status.getReasonPhrase()));
        };
    }

    private static String code(HttpStatus status) {
        return status == HttpStatus.BAD_REQUEST ? "INVALID_REQUEST" : status.name();
    }
}
