package dev.parley.web.error;

import dev.parley.application.shared.SystemError;
import dev.parley.web.request.ContainerError;
import dev.parley.web.request.RequestError;
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

    static final HttpError NOT_FOUND = HttpError.of(RequestError.NOT_FOUND);

    public static final HttpError NOT_JSON = HttpError.of(RequestError.UNSUPPORTED_MEDIA_TYPE);

    static final HttpError UNREADABLE = HttpError.of(RequestError.MUST_BE_READABLE);

    private static final HttpError NO_MEDIA_TYPES = HttpError.of(RequestError.ACCEPT_MUST_BE_MEDIA_TYPES);

    private RequestProblems() {}

    static HttpError of(HttpRequestMethodNotSupportedException e) {
        Set<HttpMethod> supported = e.getSupportedHttpMethods();
        String allow = supported == null
                ? ""
                : supported.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
        return HttpError.of(RequestError.METHOD_NOT_ALLOWED, e.getMethod(), allow)
                .with(Map.of(HttpHeaders.ALLOW, allow));
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
        return HttpError.of(RequestError.NOT_ACCEPTABLE, offered);
    }

    static HttpError of(MethodArgumentTypeMismatchException e) {
        return HttpError.of(RequestError.PARAMETER_UNREADABLE, e.getName());
    }

    static HttpError of(MissingServletRequestParameterException e) {
        return HttpError.of(RequestError.PARAMETER_MISSING, e.getParameterName());
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
            case INTERNAL_SERVER_ERROR -> HttpError.of(SystemError.INTERNAL_ERROR);
            default -> HttpError.of(status, code(status), RequestError.REFUSED.text(status.getReasonPhrase()));
        };
    }

    private static String code(HttpStatus status) {
        return status == HttpStatus.BAD_REQUEST ? "INVALID_REQUEST" : status.name();
    }
}
