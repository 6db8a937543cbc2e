package dev.parley.assistant.offline;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes from a text what carries no meaning. Every pattern of this package reads a text of any length in linear time:
 * messages may be long, so what repeats is a single character or bounded, and no repetition holds another.
 */
final class PlainText {

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern POLITE_BEGINNING = pattern("(?:please|kindly|hi|hello|hey|ok|okay|now"
            + "|(?:can|could|would|will) you|i(?:['’]d| would) like(?: you)? to|i want(?: you)? to)"
            + "[,!.:]? (?=\\S)");
    private static final Pattern POLITE_END = pattern("(?:[,.!?] ?(?:please|thanks|thank you)| please)$");
    private static final Pattern NOUN = pattern("(?:(?:the|my|a) )?(?:task|todo|to-do)(?: called| named| titled)?:? ");
    private static final String ENDS_OF_SENTENCES = " .,;:!?…";
    private static final int LONGEST_POLITE_END = 12;
    private static final int MOST_COURTESIES = 4;

    private PlainText() {}

    /** A pattern that takes capital letters for small ones. */
    static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** A text in small letters. String.toLowerCase needs quadratic time for letters that become longer, such as İ. */
    static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints().map(Character::toLowerCase).forEach(folded::appendCodePoint);
        return folded.toString();
    }

    /** A message on one line, without courtesies and the end of its sentence. */
    static String of(String message) {
        String text = withoutEnd(WHITE_SPACE.matcher(message).replaceAll(" ").strip());
        for (int i = 0; i < MOST_COURTESIES; i++) {
            text = withoutEnd(withoutPoliteEnd(withoutPoliteBeginning(text)));
        }
        return text;
    }

    /** The title that a user means, without the word "task", the end of a sentence and quotes around it. */
    static String title(String text) {
        return Quotes.removed(withoutNoun(withoutEnd(text.strip())));
    }

    /** A text without a beginning such as "the task called". */
    static String withoutNoun(String text) {
        Matcher noun = NOUN.matcher(text);
        return noun.lookingAt() ? text.substring(noun.end()) : text;
    }

    private static String withoutPoliteBeginning(String text) {
        Matcher beginning = POLITE_BEGINNING.matcher(text);
        return beginning.lookingAt() ? text.substring(beginning.end()) : text;
    }

    /** Looks at the end alone: to look for it from the beginning would read a text of punctuation over and over. */
    private static String withoutPoliteEnd(String text) {
        Matcher end = POLITE_END.matcher(text).region(Math.max(0, text.length() - LONGEST_POLITE_END), text.length());
        return end.find() ? text.substring(0, end.start()) : text;
    }

    private static String withoutEnd(String text) {
        int end = text.length();
        while (end > 0 && ENDS_OF_SENTENCES.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }
}
