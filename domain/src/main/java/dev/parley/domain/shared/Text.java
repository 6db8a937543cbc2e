package dev.parley.domain.shared;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Rules for text that users write. */
public final class Text {

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern LINE_BREAKS = Pattern.compile("\\R+");

    /** Letters and marks that show nothing: fillers of syllables and selectors of variants. */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u3164\\uFE00-\\uFE0F\\uFFA0\\x{E0100}-\\x{E01EF}]");

    private static final int REPLACEMENT = 0xFFFD;

    private Text() {}

    /**
     * Returns the text, if PostgreSQL can keep it.
     *
     * @throws InvalidRequest if it holds NUL or a surrogate without its pair
     */
    public static String storable(String field, String text) {
        if (text.indexOf('\0') >= 0) {
            throw new InvalidRequest(field, FieldError.MUST_NOT_CONTAIN_NUL);
        }
        if (text.codePoints().anyMatch(Text::isSurrogate)) {
            throw new InvalidRequest(field, FieldError.MUST_NOT_CONTAIN_HALF_A_SURROGATE_PAIR);
        }
        return text;
    }

    /** The text as PostgreSQL can keep it: NUL and surrogates without their pair become U+FFFD. */
    public static String madeStorable(String text) {
        if (text.indexOf('\0') < 0 && text.codePoints().noneMatch(Text::isSurrogate)) {
            return text;
        }
        StringBuilder storable = new StringBuilder(text.length());
        text.codePoints()
                .map(codePoint -> codePoint == 0 || isSurrogate(codePoint) ? REPLACEMENT : codePoint)
                .forEach(storable::appendCodePoint);
        return storable.toString();
    }

    /** The length of the text in Unicode code points. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Whether the text shows nothing: it is empty or white space in Unicode's sense. */
    public static boolean isBlank(String text) {
        return onOneLine(text).isEmpty();
    }

    /** Whether there is anything in the text that people see: more than white space, control and format characters. */
    public static boolean isVisible(String text) {
        return text.codePoints().anyMatch(Text::isVisible);
    }

    /**
     * Returns the text without white space around it, if it is one line in which people see what is there.
     *
     * @param maximum in Unicode code points
     * @throws InvalidRequest if nothing in it is visible, if it is too long or not storable, or if it holds a control
     *     character, a line break or an invisible character that changes the direction of what follows
     */
    public static String line(String field, String text, int maximum) {
        String line = storable(field, text).strip();
        if (!isVisible(line)) {
            throw new InvalidRequest(field, FieldError.MUST_NOT_BE_BLANK);
        }
        if (length(line) > maximum) {
            throw new InvalidRequest(field, FieldError.HAS_TOO_MANY_CHARACTERS, maximum, length(line));
        }
        if (line.codePoints().anyMatch(Text::isNeverInLine)) {
            throw new InvalidRequest(field, FieldError.MUST_NOT_CONTAIN_CONTROL_CHARACTERS);
        }
        return line;
    }

    /** The text as {@link #line} allows it, but for its length: what is no white space and not allowed is left out. */
    public static String madeLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        onOneLine(text)
                .codePoints()
                .filter(character -> !isNeverInLine(character))
                .forEach(line::appendCodePoint);
        return onOneLine(line.toString());
    }

    /** The text with a space for line breaks (Unicode Technical Standard 18, RL1.6). */
    public static String withoutLineBreaks(String text) {
        return LINE_BREAKS.matcher(text).replaceAll(" ");
    }

    /** The text on one line, with every run of white space made one space and none at its ends. */
    public static String onOneLine(String text) {
        return WHITE_SPACE.matcher(text).replaceAll(" ").strip();
    }

    /**
     * The longest beginning of the text that ends with a whole word and has at most the given number of code points; a
     * first word that is longer is cut.
     */
    public static String cutAtWord(String text, int maximumLength) {
        if (length(text) <= maximumLength) {
            return text;
        }
        int end = text.offsetByCodePoints(0, maximumLength);
        int space = lastWhiteSpace(text, end);
        return text.substring(0, space > 0 ? space : end);
    }

    private static int lastWhiteSpace(String text, int end) {
        int place = end;
        while (place > 0 && !Character.isWhitespace(text.charAt(place))) {
            place--;
        }
        return place;
    }

    /**
     * The text, or where it has more than so many code points as much of it as fits with an ellipsis behind: whole words, but
     * for a first one that is longer.
     */
    public static String shortened(String text, int maximumLength) {
        return length(text) <= maximumLength
                ? text
                : cutAtWord(text, maximumLength - 1).strip() + "…";
    }

    /** The longest beginning of the text that has at most the given number of UTF-16 units and no half of a pair. */
    public static String cut(String text, int maximumUnits) {
        if (text.length() <= maximumUnits) {
            return text;
        }
        return text.substring(
                0, Character.isHighSurrogate(text.charAt(maximumUnits - 1)) ? maximumUnits - 1 : maximumUnits);
    }

    /**
     * The text in a form that only texts which differ in case share. It is for comparing, not for showing: upper case,
     * because that does not depend on a letter's place in its word.
     */
    public static String withoutCase(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    /** The texts, one after the other with nothing between them. */
    public static String joined(List<String> texts) {
        return String.join("", texts);
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> !INVISIBLE.matcher(Character.toString(character)).matches();
        };
    }

    /** Format characters such as U+202E could make {@code gpj.exe} look like {@code exe.jpg}; U+200D joins emoji. */
    private static boolean isNeverInLine(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.FORMAT -> isDirectional(character);
            default -> false;
        };
    }

    private static boolean isDirectional(int character) {
        return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
