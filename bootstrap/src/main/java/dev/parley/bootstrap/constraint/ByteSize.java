package dev.parley.bootstrap.constraint;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how many bytes an operator means. */
public final class ByteSize {

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
            1L << 30,
            "kb",
            1000L,
            "mb",
            1000_000L,
            "gb",
            1000_000_000L);

    private ByteSize() {}

    /** Whether a text is a number of bytes from 1 to a maximum, with a unit or without. */
    public static boolean isWithin(String text, long maximum) {
        Matcher parts = matcher(text);
        Long unit = parts.matches() ? UNITS.get(parts.group(2)) : null;
        return unit != null && Long.parseLong(parts.group(1)) >= 1 && Long.parseLong(parts.group(1)) <= maximum / unit;
    }

    /** The number of bytes that a text, which is one, says. */
    public static long of(String text) {
        Matcher parts = matcher(text);
        Long unit = parts.matches() ? UNITS.get(parts.group(2)) : null;
        if (unit == null) {
            throw new IllegalArgumentException("Not a number of bytes: " + text);
        }
        return Long.parseLong(parts.group(1)) * unit;
    }

    private static Matcher matcher(String text) {
        return FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    }
}
