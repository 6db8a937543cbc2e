package dev.parley.assistant.offline;

import java.util.regex.Pattern;

/** Takes from a text what carries no meaning in any language. */
final class PlainText {

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final String ENDS_OF_SENTENCES = " .,;:!?…";

    private PlainText() {}

    /** A text in small letters. String.toLowerCase needs quadratic time for letters that become longer, such as İ. */
    static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints().map(Character::toLowerCase).forEach(folded::appendCodePoint);
        return folded.toString();
    }

    /** A text on one line. */
    static String onOneLine(String text) {
        return WHITE_SPACE.matcher(text).replaceAll(" ").strip();
    }

    /** A text without the end of its last sentence. */
    static String withoutEnd(String text) {
        int end = text.length();
        while (end > 0 && ENDS_OF_SENTENCES.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }
}
