package dev.parley.assistant.offline;

/** Quotes round titles. */
final class Quotes {

    private static final String OPENING = "\"'“„«‘`";
    private static final String CLOSING = "\"'”“»’`";
    private static final int LONGEST_ECHO = 80;

    private Quotes() {}

    /**
     * Where a quote ends that a text begins with.
     *
     * @return the index after its closing mark; 0 if the text does not begin with a quote
     */
    static int end(String text) {
        int kind = text.isEmpty() ? -1 : OPENING.indexOf(text.charAt(0));
        if (kind < 0) {
            return 0;
        }
        for (int i = text.indexOf(CLOSING.charAt(kind), 1); i > 0; i = text.indexOf(CLOSING.charAt(kind), i + 1)) {
            if (i + 1 == text.length() || text.charAt(i + 1) == ' ') {
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

    /** A text as an answer quotes it: not longer than a line. */
    static String echo(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_ECHO
                ? "“" + text + "”"
                : "“" + text.substring(0, text.offsetByCodePoints(0, LONGEST_ECHO)) + "…”";
    }
}
