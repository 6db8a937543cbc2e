package dev.parley.domain.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.domain.shared.Failure;
import java.util.List;
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
    @ValueSource(strings = {"image/png", "image/jpeg", "image/gif", "image/webp"})
    void ofImagesOfDotsTheBytesDecide(String declared) {
        assertThat(found(declared, PNG)).isEqualTo("image/png");
        assertThat(found(declared, JPEG)).isEqualTo("image/jpeg");
        assertThat(found(declared, "GIF89a")).isEqualTo("image/gif");
        assertThat(found(declared, WEBP)).isEqualTo("image/webp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/svg+xml", "image/x-icon", "text/html", "application/octet-stream"})
    void whatIsServedAsAFileMayBeMarkup(String declared) {
        assertThat(found(declared, "<!-- by hand --><svg xmlns='http://www.w3.org/2000/svg'/>"))
                .isEqualTo(declared);
    }

    @ParameterizedTest
    @CsvSource({
        "image/png, %PDF-1.7, application/pdf",
        "image/png, <svg>, 'HTML, SVG or XML'",
        "application/pdf, GIF89a, image/gif",
        "application/pdf, hello, application/octet-stream"
    })
    void aRefusalNamesWhatCame(String declared, String content, String found) {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> found(declared, content))
                .withMessage("The upload is not of the declared type %s; what came is %s.".formatted(declared, found));
    }

    @Test
    void markupInUtf16IsFoundAsWell() {
        for (byte[] markup :
                List.of("<svg>".getBytes(UTF_16), "\uFEFF <svg>".getBytes(UTF_16LE), "<svg>".getBytes(UTF_16LE))) {
            assertThatExceptionOfType(Failure.class)
                    .isThrownBy(() -> new FileSignature(markup).typeDeclaredAs(MimeType.of("image/png")))
                    .withMessageContaining("HTML, SVG or XML");
        }
    }

    private static String found(String declared, String content) {
        return new FileSignature(content.getBytes(ISO_8859_1))
                .typeDeclaredAs(MimeType.of(declared))
                .value();
    }

    private static void check(String type, String content) {
        assertThatCode(() -> new FileSignature(content.getBytes(ISO_8859_1)).typeDeclaredAs(MimeType.of(type)))
                .as(type)
                .doesNotThrowAnyException();
    }

    private static void assertRefused(String type, byte[] content) {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> new FileSignature(content).typeDeclaredAs(MimeType.of(type)))
                .withMessageContaining(type);
    }
}
