package dev.parley.application.shared;

import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.run.RunError;
import dev.parley.domain.shared.ErrorCode;
import dev.parley.domain.shared.LocalizedText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The languages of Parley's own texts. They are English in the code, and translated where they leave. */
public enum Language {
    /** What is spoken to whom no other language is known of. */
    ENGLISH(Locale.ENGLISH),
    /** German, with formal address. */
    GERMAN(Locale.GERMAN),
    /** French, with formal address. */
    FRENCH(Locale.FRENCH);

    private static final List<Locale> LOCALES =
            Arrays.stream(values()).map(Language::locale).toList();

    private static final List<ErrorCode> KEPT = Stream.<ErrorCode[]>of(
                    SystemError.values(), RunError.values(), ConversationError.values())
            .flatMap(Arrays::stream)
            .toList();

    private static final Map<Language, Map<String, String>> TRANSLATIONS = Arrays.stream(values())
            .filter(language -> language != ENGLISH)
            .collect(Collectors.toUnmodifiableMap(Function.identity(), Language::bundle));

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /**
     * The language of a tag, or English where Parley does not speak it.
     *
     * @param tag as BCP 47 says, such as {@code de-CH}
     */
    public static Language of(String tag) {
        String spoken = Locale.forLanguageTag(tag).getLanguage();
        return Arrays.stream(values())
                .filter(language -> language.locale.getLanguage().equals(spoken))
                .findFirst()
                .orElse(ENGLISH);
    }

    /** The language that someone likes best of those that Parley speaks (RFC 4647, section 3.4). */
    public static Optional<Language> best(List<LanguageRange> liked) {
        return Optional.ofNullable(Locale.lookup(liked, LOCALES)).map(found -> of(found.toLanguageTag()));
    }

    /** The language without any region. */
    public Locale locale() {
        return locale;
    }

    /** The text in this language; what is not Parley's own as it is. */
    public String localize(LocalizedText text) {
        return text.in(locale, template -> translations().getOrDefault(template.name(), template.english()));
    }

    /** What a run has ended with, which is kept in English, in this language; what is not Parley's own as it is. */
    public String localizeKept(String english) {
        return KEPT.stream()
                .filter(error -> error.english().equals(english))
                .findFirst()
                .map(error -> localize(error.text()))
                .orElse(english);
    }

    /** All translations into this language, by the names of the texts. */
    public Map<String, String> translations() {
        return TRANSLATIONS.getOrDefault(this, Map.of());
    }

    private Map<String, String> bundle() {
        ResourceBundle bundle = ResourceBundle.getBundle(
                Language.class.getPackageName() + ".texts",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return bundle.keySet().stream().collect(Collectors.toUnmodifiableMap(Function.identity(), bundle::getString));
    }
}
