package dev.parley.assistant.offline;

import dev.parley.domain.shared.LocalizedText;
import java.util.List;

/** Quotes round titles, in whatever style. */
final class Quotes {

    private static final String OPENING = "\"'“„«»‘‚`";
    /** What may close each of them: English and German writers close with the same mark that others open with. */
    private static final List<String> CLOSING = List.of("\"", "'", "”“", "“”\"", "»", "«", "’", "‘’'", "`");

    private static final int LONGEST_ECHO = 80;

    private Quotes() {}

    /** Whether a quote may begin there. */
    static boolean begins(String text, int index) {
        return index < text.length() && OPENING.indexOf(text.charAt(index)) >= 0;
    }

    /**
     * Where a quote ends that a text begins with.
     *
     * @return the index after its closing mark; 0 if the text does not begin with a quote
     */
    static int end(String text) {
        if (!begins(text, 0)) {
            return 0;
        }
        String closing = CLOSING.get(OPENING.indexOf(text.charAt(0)));
        for (int i = 1; i < text.length(); i++) {
            boolean isLast = i + 1 == text.length() || text.charAt(i + 1) == ' ';
            if (isLast && closing.indexOf(text.charAt(i)) >= 0) {
                return i + 1;
            }
        }
        return 0;
    }

    /** What stands in quotes, if all of it does, else the text. */
    static String removed(String text) {
        return isQuoted(text) ? text.substring(1, text.length() - 1).strip() : text;
    }

    static boolean isQuoted(String text) {
        return !text.isEmpty() && end(text) == text.length();
    }

    /** Words in the quotes of the language that they are said in. */
    static LocalizedText round(LocalizedText words) {
        return LocalizedText.of("“{0}”", words);
    }

    /** A text as an answer quotes it: not longer than a line. */
    static LocalizedText echo(String text) {
        return LocalizedText.of(
                "“{0}”",
                text.codePointCount(0, text.length()) <= LONGEST_ECHO
                        ? text
                        : text.substring(0, text.offsetByCodePoints(0, LONGEST_ECHO)) + "…");
    }
}
