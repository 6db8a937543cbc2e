package dev.parley.web.shared;

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
final class RequestProblems {

    static final Refusal NOT_FOUND = Refusal.of(HttpStatus.NOT_FOUND, "NOT_FOUND", "There is nothing at this address.");

    static final Refusal NOT_JSON = Refusal.of(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "UNSUPPORTED_MEDIA_TYPE",
            "The body must be JSON, sent with Content-Type: application/json.");

    private RequestProblems() {}

    static Refusal of(HttpRequestMethodNotSupportedException e) {
        Set<HttpMethod> supported = e.getSupportedHttpMethods();
        String allow = supported == null
                ? ""
                : supported.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
        return new Refusal(
                HttpStatus.METHOD_NOT_ALLOWED,
                "METHOD_NOT_ALLOWED",
                "This address does not take " + e.getMethod() + ", but " + allow + ".",
                Map.of(HttpHeaders.ALLOW, allow));
    }

    static Refusal of(HttpMediaTypeNotAcceptableException e) {
        String offered = e.getSupportedMediaTypes().stream()
                .map(MediaType::toString)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "));
        return Refusal.of(
                HttpStatus.NOT_ACCEPTABLE,
                "NOT_ACCEPTABLE",
                "This address answers with " + offered + ", which the Accept header does not take.");
    }

    static Refusal of(MethodArgumentTypeMismatchException e) {
        return invalid(e.getName() + " has a value that cannot be read");
    }

    static Refusal of(MissingServletRequestParameterException e) {
        return invalid(e.getParameterName() + " is missing");
    }

    static Refusal invalid(String message) {
        return Refusal.of(HttpStatus.BAD_REQUEST, "INVALID_REQUEST", message);
    }

    /** Whatever else has no better words: the status alone. */
    static Refusal of(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> NOT_FOUND;
            case INTERNAL_SERVER_ERROR ->
                Refusal.of(
                        status,
                        "INTERNAL_ERROR",
                        "Something went wrong on our side. Please report the request id if it happens again.");
            default ->
                Refusal.of(
                        status,
                        status == HttpStatus.BAD_REQUEST ? "INVALID_REQUEST" : status.name(),
                        "The request was refused: " + status.getReasonPhrase() + ".");
        };
    }
}
