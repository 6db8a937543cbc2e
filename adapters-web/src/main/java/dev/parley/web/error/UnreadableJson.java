package dev.parley.web.error;

import dev.parley.domain.shared.LocalizedText;
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
                .or(() -> first(causes, JacksonException.class).map(json -> RequestProblems.invalid(problem(json))))
                .orElseGet(() -> RequestProblems.invalid(LocalizedText.of("body must be JSON")));
    }

    private static <T> Optional<T> first(List<Throwable> causes, Class<T> type) {
        return causes.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    private static LocalizedText problem(JacksonException e) {
        return switch (e) {
            case StreamConstraintsException tooMuch ->
                LocalizedText.of(
                        "body is not allowed: nested deeper than 100, too many values, or a name, number or text too long");
            case InputCoercionException number ->
                LocalizedText.of("{0} has a number that is out of range", field(number));
            case MismatchedInputException mismatch -> LocalizedText.of("{0} has the wrong type", field(mismatch));
            default -> broken(e.getLocation());
        };
    }

    private static String field(JacksonException e) {
        String path = e.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining());
        return path.isEmpty() ? "body" : path.startsWith(".") ? path.substring(1) : "body" + path;
    }

    private static LocalizedText broken(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? LocalizedText.of("body is not valid JSON")
                : LocalizedText.of(
                        "body is not valid JSON (line {0}, column {1})", location.getLineNr(), location.getColumnNr());
    }
}
