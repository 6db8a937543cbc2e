package dev.parley.domain.access;

import dev.parley.domain.shared.InvalidRequest;
import java.util.regex.Pattern;

/** What an operator calls an API key; no two keys have the same name. */
public record KeyName(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /**
     * Reads a name.
     *
     * @throws InvalidRequest if it is not 1 to 64 letters, digits and {@code . _ -} that begin with a letter or digit
     */
    public static KeyName of(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new InvalidRequest("name", AccessError.MUST_BE_A_KEY_NAME);
        }
        return new KeyName(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
