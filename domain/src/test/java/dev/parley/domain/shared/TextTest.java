package dev.parley.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "🚢", "\u0001", "\uFFFF"})
    void storableTextIsReturned(String text) {
        assertThat(Text.storable("field", text)).isEqualTo(text);
    }

    @Test
    void nulIsNotStorable() {
        assertThatThrownBy(() -> Text.storable("field", "a\0"))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("field must not contain the NUL character");
    }

    @Test
    void halfASurrogatePairIsNotStorable() {
        assertThatThrownBy(() -> Text.storable("field", "\uD83Da"))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("field must not contain half of a surrogate pair");
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "abc, 3", "🚢🚢, 2", "e\u0301, 2"})
    void lengthCountsCodePoints(String text, int length) {
        assertThat(Text.length(text)).isEqualTo(length);
    }

    /** Whatever is not blank leaves something to show when it is put on one line. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\r\n", "\u00A0", "\u0085", "\u1680", "\u202F\u205F\u3000", "\u001C \u001D"})
    void whiteSpaceInUnicodesSenseIsBlank(String text) {
        assertThat(Text.isBlank(text)).isTrue();
        assertThat(Text.onOneLine(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", " a ", "\u200B", "🚢"})
    void anythingElseIsNot(String text) {
        assertThat(Text.isBlank(text)).isFalse();
    }

    @Test
    void onOneLineEveryRunOfWhiteSpaceIsOneSpace() {
        assertThat(Text.onOneLine("\n a \t b\u2028c ")).isEqualTo("a b c");
    }

    @ParameterizedTest
    @CsvSource({
        "one two, 7, one two",
        "one two three, 7, one two",
        "one two, 6, one",
        "one two, 4, one",
        "one two, 3, one",
        "one two, 2, on",
        "🚢🚢 🚢🚢, 4, 🚢🚢",
        "🚢🚢🚢, 2, 🚢🚢"
    })
    void aCutKeepsWholeWords(String text, int maximum, String cut) {
        assertThat(Text.cutAtWord(text, maximum)).isEqualTo(cut);
    }

    @Test
    void textsAreJoinedWithNothingBetween() {
        assertThat(Text.joined(List.of("a", "", "b "))).isEqualTo("ab ");
    }

    @ParameterizedTest
    @CsvSource({"Milk, mILK", "ÖL, öl", "Straße, STRASSE", "ὀδός, ὈΔΌΣ", "𐐨, 𐐀"})
    void withoutCaseTextsThatDifferInCaseAreTheSame(String one, String other) {
        assertThat(Text.withoutCase(one)).isEqualTo(Text.withoutCase(other));
    }

    @Test
    void withoutCaseOtherTextsStayDifferent() {
        assertThat(Text.withoutCase("ol")).isNotEqualTo(Text.withoutCase("öl"));
    }
}
