package dev.parley.application.shared;

import static dev.parley.application.shared.Language.ENGLISH;
import static dev.parley.application.shared.Language.FRENCH;
import static dev.parley.application.shared.Language.GERMAN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FieldError;
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
        LocalizedText words = new Failure(ConversationError.SESSION_NOT_FOUND).words();

        assertThat(ENGLISH.localize(words)).isEqualTo("There is no session with this id.");
        assertThat(GERMAN.localize(words)).isEqualTo("Es gibt keine Sitzung mit dieser Id.");
        assertThat(FRENCH.localize(words)).isEqualTo("Il n’y a pas de session avec cet identifiant.");
    }

    @Test
    void refusalsTellTheirNumbers() {
        assertThat(GERMAN.localize(new Failure(ConversationError.SESSION_LIMIT, 10).words()))
                .startsWith("Es sind höchstens 10 Sitzungen erlaubt.");
    }

    @Test
    void fieldsKeepTheirNames() {
        assertThat(FRENCH.localize(new InvalidRequest("title", FieldError.IS_MISSING).words()))
                .isEqualTo("title manque");
    }

    @Test
    void whatOthersWroteStaysAsItIs() {
        assertThat(GERMAN.localize(LocalizedText.verbatim("Rolling a die…"))).isEqualTo("Rolling a die…");
        assertThat(GERMAN.localizeKept("The die is lost.")).isEqualTo("The die is lost.");
    }

    @Test
    void whatRunsHaveEndedWithIsKeptInEnglish() {
        assertThat(FRENCH.localizeKept("This thread was deleted.")).isEqualTo("Ce fil a été supprimé.");
        assertThat(ENGLISH.localizeKept("This thread was deleted.")).isEqualTo("This thread was deleted.");
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
