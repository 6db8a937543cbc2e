package dev.parley.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalizedTextTest {

    private static final Map<String, String> GERMAN = Map.of(
            "{0} {1}", "{0} {1}",
            "must have at most {0} characters", "darf höchstens {0} Zeichen haben",
            "There is no such thing.", "So etwas gibt es nicht.");

    @Test
    void wordsAreEnglishInTheCode() {
        assertThat(LocalizedText.of("There is no such thing.")).hasToString("There is no such thing.");
    }

    @Test
    void numbersAreWrittenAsTheLanguageWritesThem() {
        LocalizedText words = LocalizedText.of("must have at most {0} characters", 1_000);

        assertThat(words).hasToString("must have at most 1,000 characters");
        assertThat(in(Locale.GERMAN, words)).isEqualTo("darf höchstens 1.000 Zeichen haben");
    }

    @Test
    void wordsInsideWordsAreSaidInTheSameLanguage() {
        LocalizedText words =
                new InvalidRequest("title", LocalizedText.of("must have at most {0} characters", 5)).words();

        assertThat(in(Locale.GERMAN, words)).isEqualTo("title darf höchstens 5 Zeichen haben");
    }

    @Test
    void whatHasNoTranslationIsSaidInEnglish() {
        assertThat(in(Locale.GERMAN, LocalizedText.of("Nobody has translated {0}.", "this")))
                .isEqualTo("Nobody has translated this.");
    }

    @Test
    void whatOthersSayIsNoPattern() {
        assertThat(in(Locale.GERMAN, LocalizedText.verbatim("It's {0} o'clock {")))
                .isEqualTo("It's {0} o'clock {");
    }

    @Test
    void whatIsSpokenOfIsNoPattern() {
        assertThat(LocalizedText.of("There is no key named {0}.", "{1} it's"))
                .hasToString("There is no key named {1} it's.");
    }

    private static String in(Locale language, LocalizedText words) {
        return words.in(language, english -> GERMAN.getOrDefault(english, english));
    }
}
