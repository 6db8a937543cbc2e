package dev.parley.assistant.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OpaqueMembersTest {

    private final OpaqueMembers members = new OpaqueMembers();

    @Test
    void aMemberThatComesWithEveryTokenTakesTheRoomOfOne() {
        String value = "\"" + "x".repeat(OpaqueMembers.MAXIMUM_LENGTH / 4) + "\"";

        for (int token = 0; token < 20; token++) {
            assertThat(members.add(Map.of("id", value))).isTrue();
        }
        assertThat(members.json()).isEqualTo("{\"id\":" + value + "}");
    }

    @Test
    void whatHasNoRoomIsLeftOutAndTheRestIsKept() {
        String value = "\"" + "x".repeat(OpaqueMembers.MAXIMUM_LENGTH) + "\"";

        assertThat(members.add(Map.of("a", "1"))).isTrue();
        assertThat(members.add(Map.of("b", value))).isFalse();
        assertThat(members.json()).isEqualTo("{\"a\":1}");
    }
}
