package dev.parley.assistant.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.tool.RequestedCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WarmUpTest {

    @Test
    @Timeout(30)
    void aWholeTurnIsTakenWithoutAProvider() {
        assertThat(WarmUp.run().calls()).containsExactly(new RequestedCall("a", "b", "{}"));
    }
}
