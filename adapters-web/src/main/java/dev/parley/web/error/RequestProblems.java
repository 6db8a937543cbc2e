package dev.parley.web.error;

import dev.parley.domain.shared.Words;
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

    static final Refusal NOT_FOUND =
            Refusal.of(HttpStatus.NOT_FOUND, "NOT_FOUND", Words.of("There is nothing at this address."));

    public static final Refusal NOT_JSON = Refusal.of(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "UNSUPPORTED_MEDIA_TYPE",
            Words.of("The body must be JSON, sent with Content-Type: application/json."));

    static final Refusal UNREADABLE = invalid(Words.of("The address, its query or a header cannot be read."));

    private static final Refusal NO_MEDIA_TYPES = invalid(Words.of("The Accept header is no list of media types."));

    private RequestProblems() {}

    static Refusal of(HttpRequestMethodNotSupportedException e) {
        Set<HttpMethod> supported = e.getSupportedHttpMethods();
        String allow = supported == null
                ? ""
                : supported.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
        return new Refusal(
                HttpStatus.METHOD_NOT_ALLOWED,
                "METHOD_NOT_ALLOWED",
                Words.of("This address does not take {0}, but {1}.", e.getMethod(), allow),
                Map.of(HttpHeaders.ALLOW, allow));
    }

    static Refusal of(HttpMediaTypeNotAcceptableException e) {
        if (e.getSupportedMediaTypes().isEmpty()) {
            return NO_MEDIA_TYPES;
        }
        String offered = e.getSupportedMediaTypes().stream()
                .map(MediaType::toString)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "));
        return Refusal.of(
                HttpStatus.NOT_ACCEPTABLE,
                "NOT_ACCEPTABLE",
                Words.of("This address answers with {0}, which the Accept header does not take.", offered));
    }

    static Refusal of(MethodArgumentTypeMismatchException e) {
        return invalid(Words.of("{0} has a value that cannot be read", e.getName()));
    }

    static Refusal of(MissingServletRequestParameterException e) {
        return invalid(Words.of("{0} is missing", e.getParameterName()));
    }

    static Refusal invalid(Words words) {
        return Refusal.of(HttpStatus.BAD_REQUEST, "INVALID_REQUEST", words);
    }

    /** Whatever else has no better words: the status alone. */
    static Refusal of(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> NOT_FOUND;
            case INTERNAL_SERVER_ERROR ->
                Refusal.of(
                        status,
                        "INTERNAL_ERROR",
                        Words.of(
                                "Something went wrong on our side. Please report the request id if it happens again."));
            default ->
                Refusal.of(
                        status,
                        status == HttpStatus.BAD_REQUEST ? "INVALID_REQUEST" : status.name(),
                        Words.of("The request was refused: {0}.", status.getReasonPhrase()));
        };
    }
}
