package dev.parley.assistant.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "read_file",
                "read-file",
                "Read2",
                "x234567890123456789012345678901234567890123456789012345678901234"
            })
    void aNameThatFitsStays(String name) {
        assertThat(ToolNames.fitting(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"read.file", "ns/read", "läs", "🚢", "a b", " "})
    void aNameWithOtherCharactersIsMadeToFit(String name) {
        assertThat(ToolNames.fitting(name)).matches("[A-Za-z0-9_-]+_[0-9a-f]{8}");
    }

    @Test
    void aNameThatIsTooLongIsCut() {
        assertThat(ToolNames.fitting("x".repeat(65))).hasSize(64).matches("x{55}_[0-9a-f]{8}");
    }

    @Test
    void differentNamesStayDifferent() {
        assertThat(ToolNames.fitting("a.b")).isNotEqualTo(ToolNames.fitting("a/b"));
        assertThat(ToolNames.fitting("x".repeat(65))).isNotEqualTo(ToolNames.fitting("x".repeat(66)));
    }

    @Test
    void aNameAlwaysBecomesTheSame() {
        assertThat(ToolNames.fitting("read.file")).isEqualTo("read_file_dd32cdf5");
    }
}
