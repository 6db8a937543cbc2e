package dev.parley.domain.shared;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Something that Parley says to people: a sentence in English, by which its translations are found.
 *
 * @param english the sentence; where there are arguments, a pattern as {@link MessageFormat} reads it
 * @param arguments what it speaks of: texts, numbers, and other words, which are said in the same language
 */
public record LocalizedText(String english, List<Object> arguments) {

    public LocalizedText {
        arguments = List.copyOf(arguments);
    }

    /**
     * Words of Parley's own.
     *
     * @param english a literal, for that is where translators find it
     */
    public static LocalizedText of(String english, Object... arguments) {
        return new LocalizedText(english, List.of(arguments));
    }

    /** What others have said, in whatever language. */
    public static LocalizedText verbatim(String text) {
        return new LocalizedText(text, List.of());
    }

    /**
     * The words in a language.
     *
     * @param translation gives each English sentence in that language
     */
    public String in(Locale language, UnaryOperator<String> translation) {
        String sentence = translation.apply(english);
        return arguments.isEmpty()
                ? sentence
                : new MessageFormat(sentence, language)
                        .format(arguments.stream()
                                .map(argument -> argument instanceof LocalizedText words
                                        ? words.in(language, translation)
                                        : argument)
                                .toArray());
    }

    /** The words in English. */
    @Override
    public String toString() {
        return in(Locale.ENGLISH, UnaryOperator.identity());
    }
}
