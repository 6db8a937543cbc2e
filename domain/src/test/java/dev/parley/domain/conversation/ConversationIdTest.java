package dev.parley.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"0194fdc2-fa2f-7cc0-81d3-ff1204a5a8f1", "0194FDC2-FA2F-7CC0-81D3-FF1204A5A8F1"})
    void aUuidIsTakenAsItIs(String text) {
        assertThat(ConversationId.of(text).value()).isEqualTo(UUID.fromString("0194fdc2-fa2f-7cc0-81d3-ff1204a5a8f1"));
    }

    @Test
    void anyOtherTextStandsForTheUuidDerivedFromIt() {
        assertThat(ConversationId.of("python.org")).hasToString("886313e1-3b8a-5372-9b90-0c9aee199e5d");
    }

    @Test
    void whatOnlyResemblesAUuidIsDerivedFrom() {
        assertThat(ConversationId.of("1-1-1-1-1").value()).isNotEqualTo(UUID.fromString("1-1-1-1-1"));
    }
}
