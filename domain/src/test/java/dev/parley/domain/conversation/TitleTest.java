package dev.parley.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.shared.InvalidRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TitleTest {

    @Test
    void aChosenTitleLosesTheSpaceAroundIt() {
        assertThat(Title.of("  Monads \n").value()).isEqualTo("Monads");
    }

    @Test
    void aChosenTitleMayHaveTwoHundredCharacters() {
        assertThat(Title.of("🚢".repeat(200)).value()).isEqualTo("🚢".repeat(200));
    }

    @Test
    void aLongerChosenTitleIsRefused() {
        assertThatThrownBy(() -> Title.of("🚢".repeat(201)))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("title must have at most 200 characters, not 201");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "\u00A0",
                "\u0085",
                "a\0b",
                "\uD83D",
                "\uFEFF",
                "\u200B\u2060",
                "\u3164",
                "a\tb",
                "a\u001Bb",
                "a\u2067b",
                "a\u202Eb"
            })
    void aBlankOrUnstorableTitleIsRefused(String text) {
        assertThatThrownBy(() -> Title.of(text))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageStartingWith("title ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r\nb", "a\n\n\nb", "a\u0085b", "a\u2028b", "a\u2029b"})
    void lineBreaksOfAChosenTitleBecomeSpaces(String text) {
        assertThat(Title.of(text).value()).isEqualTo("a b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"👩\u200D👧", "\u200Fשלום", "e\u0301", "❤\uFE0F"})
    void charactersThatJoinOthersStay(String text) {
        assertThat(Title.of(text).value()).isEqualTo(text);
    }

    @Test
    void whatATitleMustNotHoldIsLeftOutOfAMessages() {
        assertThat(Title.fromMessage("a\u202E\u001Bb\tc")).hasValue(new Title("ab c"));
        assertThat(Title.fromMessage("\uFEFF \u200B")).isEmpty();
    }

    @Test
    void aShortMessageIsItsTitleOnOneLine() {
        assertThat(Title.fromMessage(" What\tis\n\n a\u00A0monad? ")
                        .orElseThrow()
                        .value())
                .isEqualTo("What is a monad?");
    }

    @Test
    void aLongMessageIsCutAfterItsLastWholeWord() {
        String words = "word ".repeat(30);

        assertThat(Title.fromMessage(words).orElseThrow().value())
                .isEqualTo("word ".repeat(20).strip())
                .hasSize(99);
    }

    @Test
    void aWordThatEndsAtTheHundredthCharacterStays() {
        String hundred = "a".repeat(50) + " " + "b".repeat(49);

        assertThat(Title.fromMessage(hundred + " and more").orElseThrow().value())
                .isEqualTo(hundred);
    }

    @Test
    void aWordOfMoreThanAHundredCharactersIsCut() {
        assertThat(Title.fromMessage("🚢".repeat(120)).orElseThrow().value()).isEqualTo("🚢".repeat(100));
    }
}
