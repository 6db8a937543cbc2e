package dev.parley.domain.task;

import dev.parley.domain.shared.FieldError;
import dev.parley.domain.shared.InvalidRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Constants by the words that clients know them by: their names, without case. */
final class EnumParser {

    private EnumParser() {}

    static <E extends Enum<E>> E of(String field, String text, E[] constants) {
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equalsIgnoreCase(text.strip()))
                .findAny()
                .orElseThrow(() -> new InvalidRequest(field, FieldError.MUST_BE_ONE_OF, words(constants)));
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String words(Enum<?>[] constants) {
        return Arrays.stream(constants).map(EnumParser::word).collect(Collectors.joining(", "));
    }
}
