package dev.parley.domain.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.domain.shared.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileSignatureTest {

    private static final String PNG = "\u0089PNG\r\n\u001A\n and more";
    private static final String JPEG = "\u00FF\u00D8\u00FF\u00E0";
    private static final String WEBP = "RIFF\0\0\0\0WEBPVP8 ";

    @Test
    void whatIsAsDeclaredIsTaken() {
        check("image/png", PNG);
        check("image/jpeg", JPEG);
        check("image/gif", "GIF87a");
        check("image/gif", "GIF89a");
        check("image/webp", WEBP);
        check("application/pdf", "%PDF-1.7");
        check("image/tiff", "II*\0");
        check("text/html", "<!DOCTYPE html>");
        check("text/plain", "<script>");
        check("application/octet-stream", PNG);
    }

    @ParameterizedTest
    @CsvSource({
        "image/png, GIF89a",
        "image/png, ''",
        "image/png, PNG",
        "image/jpeg, <html>",
        "image/gif, GIF88a",
        "image/webp, RIFF____WAVE",
        "image/webp, RIFF",
        "application/pdf, <!DOCTYPE html>",
        "application/pdf, ' %PDF-1.7'"
    })
    void whatIsNotAsDeclaredIsRefused(String type, String content) {
        assertRefused(type, content.getBytes(ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>",
                "<!-- a --><script>",
                "  \r\n\t<svg xmlns='http://www.w3.org/2000/svg'>",
                "<?xml version='1.0'?>",
                "\u00EF\u00BB\u00BF<svg>",
                "\f<x>"
            })
    void markupIsNoImageOfAnyKind(String content) {
        assertRefused("image/svg+xml", content.getBytes(ISO_8859_1));
        assertRefused("image/x-icon", content.getBytes(ISO_8859_1));
    }

    @Test
    void markupInUtf16IsNoImageEither() {
        assertRefused("image/svg+xml", "<svg>".getBytes(UTF_16));
        assertRefused("image/svg+xml", "\uFEFF <svg>".getBytes(UTF_16LE));
        assertRefused("image/svg+xml", "<svg>".getBytes(UTF_16LE));
    }

    private static void check(String type, String content) {
        assertThatCode(() -> new FileSignature(content.getBytes(ISO_8859_1)).checkAre(MimeType.of(type)))
                .as(type)
                .doesNotThrowAnyException();
    }

    private static void assertRefused(String type, byte[] content) {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> new FileSignature(content).checkAre(MimeType.of(type)))
                .withMessageContaining(type);
    }
}
