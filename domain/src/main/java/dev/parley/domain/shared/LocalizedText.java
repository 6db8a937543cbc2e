package dev.parley.domain.shared;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Something that people read, in whatever language they read it.
 *
 * @param template the text, without its arguments
 * @param arguments what it speaks of: texts, numbers, and other localized texts, which are given in the same language
 */
public record LocalizedText(TextTemplate template, List<Object> arguments) {

    public LocalizedText {
        arguments = List.copyOf(arguments);
    }

    /** What others have written, in whatever language. */
    public static LocalizedText verbatim(String text) {
        return new LocalizedText(new Verbatim(text), List.of());
    }

    /**
     * The text in a language.
     *
     * @param translation gives each template in that language
     */
    public String in(Locale language, Function<TextTemplate, String> translation) {
        String pattern = translation.apply(template);
        return arguments.isEmpty()
                ? pattern
                : new MessageFormat(pattern, language)
                        .format(arguments.stream()
                                .map(argument -> argument instanceof LocalizedText text
                                        ? text.in(language, translation)
                                        : argument)
                                .toArray());
    }

    /** The text in English. */
    @Override
    public String toString() {
        return in(Locale.ENGLISH, TextTemplate::english);
    }

    /** A text that has no translations. */
    private record Verbatim(String english) implements TextTemplate {

        @Override
        public String name() {
            return "";
        }
    }
}
