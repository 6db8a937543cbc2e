package dev.parley.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalizedTextTest {

    private static final Map<String, String> GERMAN = Map.of(
            "HAS_AT_MOST", "darf höchstens {0} Zeichen haben",
            "NO_SUCH_THING", "So etwas gibt es nicht.");

    @Test
    void textsAreEnglishInTheCode() {
        assertThat(Sentence.NO_SUCH_THING.text()).hasToString("There is no such thing.");
    }

    @Test
    void translationsAreFoundByTheNameOfTheText() {
        assertThat(in(Locale.GERMAN, Sentence.NO_SUCH_THING.text())).isEqualTo("So etwas gibt es nicht.");
    }

    @Test
    void numbersAreWrittenAsTheLanguageWritesThem() {
        LocalizedText text = Sentence.HAS_AT_MOST.text(1_000);

        assertThat(text).hasToString("must have at most 1,000 characters");
        assertThat(in(Locale.GERMAN, text)).isEqualTo("darf höchstens 1.000 Zeichen haben");
    }

    @Test
    void textsInsideTextsAreInTheSameLanguage() {
        LocalizedText text = FieldError.INVALID_REQUEST.text("title", Sentence.HAS_AT_MOST.text(5));

        assertThat(in(Locale.GERMAN, text)).isEqualTo("title darf höchstens 5 Zeichen haben");
    }

    @Test
    void whatHasNoTranslationIsEnglish() {
        assertThat(in(Locale.GERMAN, Sentence.NOT_TRANSLATED.text("this"))).isEqualTo("Nobody has translated this.");
    }

    @Test
    void whatOthersWriteIsNoPattern() {
        assertThat(in(Locale.GERMAN, LocalizedText.verbatim("It's {0} o'clock {")))
                .isEqualTo("It's {0} o'clock {");
    }

    @Test
    void whatIsSpokenOfIsNoPattern() {
        assertThat(Sentence.NOT_TRANSLATED.text("{1} it's")).hasToString("Nobody has translated {1} it's.");
    }

    private static String in(Locale language, LocalizedText text) {
        return text.in(language, template -> GERMAN.getOrDefault(template.name(), template.english()));
    }

    private enum Sentence implements TextTemplate {
        NO_SUCH_THING("There is no such thing."),
        HAS_AT_MOST("must have at most {0} characters"),
        NOT_TRANSLATED("Nobody has translated {0}.");

        private final String english;

        Sentence(String english) {
            this.english = english;
        }

        @Override
        public String english() {
            return english;
        }
    }
}
