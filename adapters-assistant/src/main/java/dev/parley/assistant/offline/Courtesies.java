package dev.parley.assistant.offline;

import java.util.regex.Matcher;

/** Takes from an order what only makes it polite. */
record Courtesies(Grammar grammar) {

    private static final int LONGEST_END = 24;
    private static final int MOST = 4;

    /** A message on one line, without courtesies and the end of its sentence. */
    String without(String message) {
        String text = PlainText.withoutEnd(PlainText.onOneLine(message));
        for (int i = 0; i < MOST; i++) {
            text = PlainText.withoutEnd(withoutEnd(withoutBeginning(text)));
        }
        return text;
    }

    private String withoutBeginning(String text) {
        Matcher beginning = grammar.matcher(Part.POLITE_BEGINNING, text);
        return beginning.lookingAt() ? text.substring(beginning.end()) : text;
    }

    /** Looks at the end alone: to look for it from the beginning would read a text of punctuation over and over. */
    private String withoutEnd(String text) {
        Matcher end =
                grammar.matcher(Part.POLITE_END, text).region(Math.max(0, text.length() - LONGEST_END), text.length());
        return end.find() ? text.substring(0, end.start()) : text;
    }
}
