package dev.parley.domain.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.shared.InvalidRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "8e03978e-40d5-43e8-bc93-6894a57f9324", "!\"#~\\"})
    void visibleAsciiIsAKey(String text) {
        assertThat(IdempotencyKey.of("key", text).value()).isEqualTo(text);
    }

    @Test
    void aKeyHasAtMost255Characters() {
        assertThat(IdempotencyKey.of("key", "k".repeat(255)).value()).hasSize(255);

        assertThatThrownBy(() -> IdempotencyKey.of("key", "k".repeat(256)))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("key must have 1 to 255 visible ASCII characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "tab\t", "ümlaut", "🚢", "nul\0", "\u007f"})
    void nothingElseIsAKey(String text) {
        assertThatThrownBy(() -> IdempotencyKey.of("metadata.idempotency_key", text))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageStartingWith("metadata.idempotency_key ");
    }
}
