package dev.parley.application.shared;

import dev.parley.domain.shared.LocalizedText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;

/** The languages that Parley speaks. What it says is English in the code, and translated where it leaves. */
public enum Language {
    /** What is spoken to whom no other language is known of. */
    ENGLISH(Locale.ENGLISH),
    /** German, with formal address. */
    GERMAN(Locale.GERMAN),
    /** French, with formal address. */
    FRENCH(Locale.FRENCH);

    private static final List<Locale> LOCALES =
            Arrays.stream(values()).map(Language::locale).toList();

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

    /** Says the words; those that are not Parley's own as they are. */
    public String localize(LocalizedText words) {
        return words.in(locale, this::localize);
    }

    /** Says a whole sentence, which is given in English; what is not Parley's own as it is. */
    public String localize(String english) {
        return translations().getOrDefault(english, english);
    }

    /** All that it says, by what that is in English. */
    public Map<String, String> translations() {
        return Translations.into(this);
    }
}
