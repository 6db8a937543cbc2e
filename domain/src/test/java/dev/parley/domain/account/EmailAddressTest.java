package dev.parley.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.shared.InvalidRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @Test
    void isComparedWithoutCaseAndSurroundingSpace() {
        assertThat(EmailAddress.of(" Ada@Example.ORG ")).isEqualTo(EmailAddress.of("ada@example.org"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b.c", "ada+chat@mail.example.org", "o'brien@example.org", "jörg@müller.example"})
    void hasTheFormOfAnAddress(String text) {
        assertThat(EmailAddress.of(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "ada@",
                "@example.org",
                "ada@example",
                "ada@example..org",
                "ada@.org",
                "ada@example.org.",
                "a da@example.org",
                "ada@b@example.org",
                "ada\u0007@example.org",
                "ada\u2066@example.org",
                "\u202eada@example.org",
                "ada@exam\u200bple.org",
                "ada@exam\u00adple.org",
                "ada\u00a0b@example.org",
                "ada\u3164@example.org",
                "ada\ufe0f@example.org",
                "ada\ue000@example.org",
                "ada\udb40\udd00@example.org",
                "ada\u2028@example.org"
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> EmailAddress.of(text))
                .hasFieldOrPropertyWithValue("error", AccountError.INVALID_EMAIL);
    }

    @ParameterizedTest
    @CsvSource({
        "e\u0301l@example.org, \u00e9l@example.org",
        "E\u0301l@example.org, \u00e9l@example.org",
        "a@mu\u0308nchen.example, a@m\u00fcnchen.example"
    })
    void isTheSameHoweverItIsSpelled(String spelling, String address) {
        assertThat(EmailAddress.of(spelling)).hasToString(address);
        assertThat(EmailAddress.ofNewAccount(spelling)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.c",
                "Ada+chat@mail.example.org",
                "o'brien@example.org",
                "j\u00f6rg@m\u00fcller.example",
                "a..b@x.example"
            })
    void aNewAccountMayHaveWhatBrowsersTake(String text) {
        assertThat(EmailAddress.ofNewAccount(text)).isEqualTo(EmailAddress.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@\u24d4xample.org",
                "\ufb01@example.org",
                "\uff41@example.org",
                "a@xn--mnchen-3ya.example",
                "a@mail.XN--mnchen-3ya.example",
                "<a@example.org>",
                "a,b@example.org",
                "\"a\"@example.org",
                "a@-example.org",
                "a@example-.org",
                "a@exam_ple.org",
                "a@example.o(r)g"
            })
    void aNewAccountMayNotHaveWhatLooksLikeAnother(String text) {
        assertThat(EmailAddress.of(text)).isNotNull();
        assertThatThrownBy(() -> EmailAddress.ofNewAccount(text))
                .hasFieldOrPropertyWithValue("error", AccountError.INVALID_EMAIL);
    }

    @Test
    void mayHave254Characters() {
        assertThat(EmailAddress.of(ofLength(254)).value()).hasSize(254);
    }

    @Test
    void mayNotHaveMore() {
        assertThatThrownBy(() -> EmailAddress.of(ofLength(255)))
                .hasFieldOrPropertyWithValue("error", AccountError.INVALID_EMAIL);
    }

    @Test
    void mustBeStorable() {
        assertThatThrownBy(() -> EmailAddress.of("a\0@example.org")).isInstanceOf(InvalidRequest.class);
    }

    private static String ofLength(int length) {
        return "a@" + "b".repeat(length - 6) + ".org";
    }
}
