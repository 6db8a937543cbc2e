package dev.parley.domain.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.domain.shared.InvalidRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "Ärger mit \"x\".pdf", "👩‍👧 family.png", "...", ".hidden", "a..b"})
    void aFilesNameIsTaken(String name) {
        assertThat(AttachmentName.of(name).value()).isEqualTo(name);
    }

    @Test
    void spaceAroundItIsLeftOut() {
        assertThat(AttachmentName.of(" a.png ").value()).isEqualTo("a.png");
    }

    @Test
    void itsLengthIsCountedInCodePoints() {
        String longest = "🚢".repeat(255);

        assertThat(AttachmentName.of(longest).value()).isEqualTo(longest);
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> AttachmentName.of(longest + "🚢"))
                .withMessage("name must have at most 255 characters, not 256");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\uFEFF",
                "\u200B",
                ".",
                "..",
                "../etc/passwd",
                "/a",
                "C:\\a",
                "a\rb",
                "a\nSet-Cookie: b",
                "a\tb",
                "a\u0000b",
                "a\u007fb",
                "a\u0085b",
                "a\u2028b",
                "a\u2029b",
                "photo\u202Egpj.exe",
                "a\u2066b",
                "a\ud83d"
            })
    void whatIsNoFilesNameIsRefused(String name) {
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> AttachmentName.of(name))
                .withMessageStartingWith("name must ");
    }
}
