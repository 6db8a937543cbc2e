package dev.parley.web.error;

import dev.parley.web.request.RequestError;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Says what is wrong with a body, and where, in the words of JSON and not of our classes. */
final class UnreadableJson {

    private UnreadableJson() {}

    static HttpError of(Throwable thrown) {
        List<Throwable> causes =
                Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).toList();
        return first(causes, HttpErrorException.class)
                .map(HttpErrorException::refusal)
                .or(() -> first(causes, JacksonException.class).map(UnreadableJson::problem))
                .orElseGet(() -> HttpError.of(RequestError.BODY_MUST_BE_JSON));
    }

    private static <T> Optional<T> first(List<Throwable> causes, Class<T> type) {
        return causes.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    private static HttpError problem(JacksonException e) {
        return switch (e) {
            case StreamConstraintsException tooMuch -> HttpError.of(RequestError.JSON_NOT_ALLOWED);
            case InputCoercionException number -> HttpError.of(RequestError.JSON_NUMBER_OUT_OF_RANGE, field(number));
            case MismatchedInputException mismatch -> wrongType(mismatch);
            default -> broken(e.getLocation());
        };
    }

    private static HttpError wrongType(MismatchedInputException e) {
        Optional<JsonType> expected = JsonType.of(e.getTargetType());
        Optional<JsonType> found = JsonType.found(e.getOriginalMessage());
        return expected.isEmpty() || found.isEmpty() || found.equals(expected)
                ? HttpError.of(RequestError.JSON_TYPE_WRONG, field(e))
                : HttpError.of(
                        RequestError.JSON_TYPE_MISMATCH,
                        field(e),
                        expected.get().text(),
                        found.get().text());
    }

    private static String field(JacksonException e) {
        String path = e.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining());
        return path.isEmpty() ? "body" : path.startsWith(".") ? path.substring(1) : "body" + path;
    }

    private static HttpError broken(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? HttpError.of(RequestError.JSON_INVALID)
                : HttpError.of(RequestError.JSON_INVALID_AT, location.getLineNr(), location.getColumnNr());
    }
}
