package dev.parley.assistant.offline;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * How users write where a keyboard lacks what a language needs. Apostrophes may be straight or curved everywhere.
 *
 * @param letters what they write instead of a letter, by the letter
 */
record Spelling(Map<String, String> letters) {

    static final Spelling ENGLISH = new Spelling(Map.of());
    static final Spelling GERMAN = new Spelling(Map.of("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss"));
    static final Spelling FRENCH =
            new Spelling(Map.of("é", "e", "è", "e", "ê", "e", "à", "a", "â", "a", "ç", "c", "î", "i", "ô", "o"));

    Spelling {
        letters = Map.copyOf(letters);
    }

    /** A pattern that takes capital letters for small ones, and either spelling; the letters must not be in brackets. */
    Pattern pattern(String regex) {
        String lenient = regex.replace("'", "['’]");
        for (Map.Entry<String, String> letter : letters.entrySet()) {
            lenient = lenient.replace(letter.getKey(), "(?:" + letter.getKey() + "|" + letter.getValue() + ")");
        }
        return Pattern.compile(lenient, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
