package dev.parley.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.shared.Failure;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {

    private static final EmailAddress ADA = EmailAddress.of("ada.lovelace@engines.example");

    private final PasswordRules rules = new PasswordRules(Set.of("iloveyou", "sunshine", "trustno1")::contains);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eight888",
                "correct horse",
                "пароль на русском языке, и длиннее, чем семьдесят два байта",
                "🚢🚀🚂🚗🛴🚲🛶🚁",
                "parley with the enemy",
                "ada likes steam trains",
                "sunshine after so much rain"
            })
    void mayBeWhatIsHardToGuess(String text) {
        assertThat(rules.choose(ADA, text)).isEqualTo(new Password(text));
    }

    @Test
    void isChosenAndCountedInItsNormalForm() {
        assertThat(rules.choose(ADA, "e\u0301le\u0300ve\u00a077 qx")).isEqualTo(new Password("\u00e9l\u00e8ve 77 qx"));
        assertRefused("e\u0301e\u0300a\u0300c\u0327b7x", "password must have at least 8 characters");
        assertThatCode(() -> rules.choose(ADA, "e\u0301a\u0300c\u0327u\u0308o\u0302n\u0303i\u0308s\u030c".repeat(32)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a2c3e4", "🚢🚀🚂🚗🛴🚲🛶"})
    void mayNotHaveFewerThanEightCharacters(String text) {
        assertRefused(text, "password must have at least 8 characters");
    }

    @Test
    void mayHave256CharactersOfAnyScript() {
        String text = "🚢🚀🚂🚗🛴🚲🛶🚁".repeat(32);

        assertThatCode(() -> rules.choose(ADA, text)).doesNotThrowAnyException();
        assertRefused(text + "x", "password must have at most 256 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iloveyou",
                "ILoveYou",
                "ｉｌｏｖｅｙｏｕ",
                "iloveyou!",
                "2026sunshine",
                "Sunshine2026!",
                "TrustNo1",
                "1iloveyou1"
            })
    void mayNotBeCommon(String text) {
        assertRefused(text, "password is too common, with or without digits at its ends; it would be guessed first");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada.lovelace@engines.example",
                "my address: Ada.Lovelace@Engines.Example",
                "ada.lovelaceada.lovelace",
                "LovelaceAda",
                "lovelace1",
                "engines.example",
                "parley12",
                "Parley-Parley-2026",
                "parley lovelace",
                "        ",
                "\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0",
                "\u3000\u2003\u200b\u2060\u2009x12",
                "a       b"
            })
    void mayNotBeWhatEverybodyKnows(String text) {
        assertRefused(
                text,
                "password must not hold your email address, nor be mostly parts of it, the word parley or white space");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xxxxxxxx",
                "🚢🚢🚢🚢🚢🚢🚢🚢",
                "aaaaaab1",
                "12345678",
                "hgfedcba",
                "aabbccdd",
                "abcabcabc",
                "hunter2hunter2",
                "x9x9x9x9x"
            })
    void mayNotBeAPattern(String text) {
        assertRefused(text, "password must not be mostly one character, a sequence or a repetition");
    }

    @Test
    void isNeverPrinted() {
        assertThat(new Password("correct horse")).asString().doesNotContain("horse");
        assertThat(new PasswordHash("{bcrypt}$2a$")).asString().doesNotContain("bcrypt");
    }

    private void assertRefused(String text, String message) {
        assertThatThrownBy(() -> rules.choose(ADA, text))
                .isInstanceOfSatisfying(
                        Failure.class, refusal -> assertThat(refusal.code()).isEqualTo("VALIDATION_ERROR"))
                .hasMessage(message);
    }
}
