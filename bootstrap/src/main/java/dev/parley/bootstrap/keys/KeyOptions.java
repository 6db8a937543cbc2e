package dev.parley.bootstrap.keys;

import dev.parley.domain.access.KeyTerms;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.LocalizedText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/**
 * A command taken apart.
 *
 * @param words what to do
 * @param properties Spring's command-line properties
 * @param expires the value of {@code --expires}, null where it is not given
 * @param rate the value of {@code --rate}, null where it is not given
 */
record KeyOptions(
        List<String> words,
        List<String> properties,
        @Nullable String expires,
        @Nullable String rate) {

    private static final String EXPIRES = "--expires";
    private static final String RATE = "--rate";

    /** Takes options with their value behind a space or a {@code =}. */
    static KeyOptions of(String... arguments) {
        List<String> words = new ArrayList<>();
        List<String> properties = new ArrayList<>();
        String expires = null;
        String rate = null;
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            String name = argument.split("=", 2)[0];
            boolean isOption = name.equals(EXPIRES) || name.equals(RATE);
            String value = "";
            if (isOption && argument.length() > name.length()) {
                value = argument.substring(name.length() + 1);
            } else if (isOption && i + 1 < arguments.length) {
                i++;
                value = arguments[i];
            }
            switch (name) {
                case EXPIRES -> expires = value;
                case RATE -> rate = value;
                default -> (argument.startsWith("--") ? properties : words).add(argument);
            }
        }
        return new KeyOptions(words, properties, expires, rate);
    }

    /** Whether anything is said of what a key may do. */
    boolean hasTerms() {
        return expires != null || rate != null;
    }

    /**
     * What a new key may do.
     *
     * @throws InvalidRequest if that makes no sense
     */
    KeyTerms terms() {
        return new KeyTerms(lifetime(expires), requests(rate));
    }

    private static @Nullable Duration lifetime(@Nullable String text) {
        try {
            return text == null ? null : DurationStyle.detectAndParse(text);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new InvalidRequest("expires", LocalizedText.of("must be from a second to ten years, such as 90d"));
        }
    }

    private static int requests(@Nullable String text) {
        try {
            return text == null ? KeyTerms.DEFAULT.requestsPerMinute() : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new InvalidRequest("rate", LocalizedText.of("must be from 1 to {0}", KeyTerms.MOST_REQUESTS));
        }
    }
}
