package dev.parley.domain.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.domain.shared.InvalidRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MimeTypeTest {

    @ParameterizedTest
    @CsvSource({
        "image/png, image/png",
        "Image/PNG, image/png",
        "text/plain;charset=utf-8, text/plain",
        "application/vnd.ms-excel+xml, application/vnd.ms-excel+xml",
        "' a/b ; c=d', a/b"
    })
    void aMediaTypeIsTakenInLowerCaseWithoutParameters(String text, String type) {
        assertThat(MimeType.of(text).value()).isEqualTo(type);
    }

    @Test
    void aHundredCharactersAreTaken() {
        assertThat(MimeType.of("a/" + "b".repeat(98)).value()).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "image",
                "image/",
                "/png",
                "image/png/x",
                "image /png",
                "image/p ng",
                "image/\"png\"",
                "ımage/png",
                "a\r\nb/c",
                "a/b\u0000",
                "*",
                ";",
                "image/png, text/html"
            })
    void whatIsNoMediaTypeIsRefused(String text) {
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> MimeType.of(text))
                .withMessageStartingWith("mime_type must ");
    }

    @Test
    void moreThanAHundredCharactersAreRefused() {
        assertThatExceptionOfType(InvalidRequest.class).isThrownBy(() -> MimeType.of("a/" + "b".repeat(99)));
    }
}
