package dev.parley.bootstrap.settings;

import dev.parley.bootstrap.failure.InvalidConfigurationException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how many bytes an operator means. */
final class ByteSize {

    private static final long GIBIBYTE = 1L << 30;
    private static final Pattern FORM = Pattern.compile("([0-9]{1,15})\\s*([a-z]*)");
    private static final Map<String, Long> UNITS = Map.of(
            "",
            1L,
            "b",
            1L,
            "kib",
            1L << 10,
            "mib",
            1L << 20,
            "gib",
            GIBIBYTE,
            "kb",
            1000L,
            "mb",
            1000_000L,
            "gb",
            1000_000_000L);

    private ByteSize() {}

    /**
     * Reads a number of bytes, with a unit or without.
     *
     * @param maximum a whole number of GiB
     * @throws InvalidConfigurationException if it is none, less than one, or more than the maximum
     */
    static long of(Setting setting, String text, long maximum) {
        Matcher parts = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        Long unit = parts.matches() ? UNITS.get(parts.group(2)) : null;
        if (unit == null) {
            throw new InvalidConfigurationException(
                    setting + " must be a number of bytes such as 20MiB, but is \"" + text + "\".");
        }
        long number = Long.parseLong(parts.group(1));
        if (number < 1 || number > maximum / unit) {
            throw new InvalidConfigurationException(
                    setting + " must be from 1 byte to " + maximum / GIBIBYTE + " GiB, but is " + text + ".");
        }
        return number * unit;
    }
}
