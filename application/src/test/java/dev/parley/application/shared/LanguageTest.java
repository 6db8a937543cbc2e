package dev.parley.application.shared;

import static dev.parley.application.shared.Language.ENGLISH;
import static dev.parley.application.shared.Language.FRENCH;
import static dev.parley.application.shared.Language.GERMAN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.conversation.SessionLimitReached;
import dev.parley.domain.conversation.SessionNotFound;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.LocalizedText;
import java.util.List;
import java.util.Locale.LanguageRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @Test
    void refusalsAreSaidInEveryLanguage() {
        LocalizedText words = new SessionNotFound().words();

        assertThat(ENGLISH.localize(words)).isEqualTo("There is no session with this id.");
        assertThat(GERMAN.localize(words)).isEqualTo("Es gibt keine Sitzung mit dieser Id.");
        assertThat(FRENCH.localize(words)).isEqualTo("Il n’y a pas de session avec cet identifiant.");
    }

    @Test
    void refusalsTellTheirNumbers() {
        assertThat(GERMAN.localize(new SessionLimitReached(10).words()))
                .startsWith("Es sind höchstens 10 Sitzungen erlaubt.");
    }

    @Test
    void fieldsKeepTheirNames() {
        assertThat(FRENCH.localize(new InvalidRequest("title", LocalizedText.of("is missing")).words()))
                .isEqualTo("title manque");
    }

    @Test
    void whatOthersSaidIsSaidAsItIs() {
        assertThat(GERMAN.localize("Rolling a die…")).isEqualTo("Rolling a die…");
    }

    @ParameterizedTest
    @CsvSource({"de, GERMAN", "de-CH, GERMAN", "fr-CA, FRENCH", "en-GB, ENGLISH", "nl, ENGLISH", "'', ENGLISH"})
    void regionsSpeakTheirLanguage(String tag, Language language) {
        assertThat(Language.of(tag)).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | GERMAN",
                "nl, fr;q=0.8, de;q=0.5 | FRENCH",
                "fr;q=0.2, de-AT;q=0.9 | GERMAN",
                "en, de | ENGLISH",
                "nl | ",
                "* | "
            })
    void theBestLikedOfThoseThatAreSpokenIsSpoken(String header, Language language) {
        assertThat(Language.best(LanguageRange.parse(header)).orElse(null)).isEqualTo(language);
    }

    @Test
    void whoLikesNothingIsNotGuessedAbout() {
        assertThat(Language.best(List.of())).isEmpty();
    }
}
