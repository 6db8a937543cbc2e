package dev.parley.domain.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {

    @ParameterizedTest
    @ValueSource(strings = {"12345678", "🚢🚢🚢🚢🚢🚢🚢🚢", "        "})
    void mayHaveEightCharacters(String text) {
        assertThatCode(() -> Password.chosen(text)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567", "🚢🚢🚢🚢🚢🚢🚢"})
    void mayNotHaveFewer(String text) {
        assertThatThrownBy(() -> Password.chosen(text))
                .isInstanceOf(InvalidAccount.class)
                .hasMessage("password must have at least 8 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ü", "🚢"})
    void mayHave72Bytes(String letter) {
        String text = letter.repeat(72 / bytesOf(letter));

        assertThat(Password.chosen(text).isHashable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ü", "🚢"})
    void mayNotHaveMore(String letter) {
        String text = letter.repeat(72 / bytesOf(letter)) + "b";

        assertThatThrownBy(() -> Password.chosen(text))
                .isInstanceOf(InvalidAccount.class)
                .hasMessage("password must have at most 72 bytes in UTF-8");
    }

    @Test
    void aLongerOneAtALoginIsNotHashable() {
        assertThat(new Password("a".repeat(73)).isHashable()).isFalse();
    }

    @Test
    void isNeverPrinted() {
        assertThat(Password.chosen("correct horse")).asString().doesNotContain("horse");
        assertThat(new PasswordHash("{bcrypt}$2a$")).asString().doesNotContain("bcrypt");
    }

    private static int bytesOf(String letter) {
        return letter.getBytes(UTF_8).length;
    }
}
