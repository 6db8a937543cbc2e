package dev.parley.assistant.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ToolCallAccumulatorTest {

    private static final Set<String> TOOLS = Set.of("add", "delete");
    private static final String ADD = "add{\"n\":1}";
    private static final String DELETE = "delete{\"n\":2}";

    static Stream<Arguments> forms() {
        return Stream.of(
                form("as documented", List.of(ADD), c(0, "a", "add", ""), c(0, "", "", "{\"n\""), c(0, "", "", ":1}")),
                form("another id later", List.of(ADD), c(0, "a", "add", ""), c(0, "a-b", "", "{\"n\":1}")),
                form("a fragment without a name", List.of(ADD), c(0, "a", "add", "{\"n\":1}"), c(3, "", "", "")),
                form(
                        "two names at one index",
                        List.of(ADD, DELETE),
                        c(0, "", "add", "{\"n\":1}"),
                        c(0, "", "delete", "{\"n\":2}")),
                form(
                        "one id twice",
                        List.of(ADD, DELETE),
                        c(0, "a", "add", "{\"n\":1}"),
                        c(1, "a", "delete", "{\"n\":2}")),
                form(
                        "index 0 throughout",
                        List.of(ADD, DELETE),
                        c(0, "a", "add", "{\"n\""),
                        c(0, "", "", ":1}"),
                        c(0, "b", "delete", "{\"n\""),
                        c(0, "", "", ":2}")),
                form(
                        "index 0 throughout, interleaved by id",
                        List.of(ADD, DELETE),
                        c(0, "a", "add", "{\"n\""),
                        c(0, "b", "delete", "{\"n\""),
                        c(0, "a", "", ":1}"),
                        c(0, "b", "", ":2}")),
                form(
                        "counted from 1, interleaved",
                        List.of(ADD, DELETE),
                        c(1, "a", "add", "{\"n\""),
                        c(2, "b", "delete", "{\"n\""),
                        c(1, "", "", ":1}"),
                        c(2, "", "", ":2}")),
                form(
                        "no index, by ids",
                        List.of(ADD, DELETE),
                        c(null, "a", "add", "{\"n\""),
                        c(null, "b", "delete", "{\"n\""),
                        c(null, "a", "", ":1}"),
                        c(null, "b", "", ":2}")),
                form("neither index nor id", List.of(ADD), c(null, "", "add", "{\"n\""), c(null, "", "", ":1}")),
                form(
                        "whole calls of one tool with neither",
                        List.of(ADD, ADD),
                        c(null, "", "add", "{\"n\":1}"),
                        c(null, "", "add", "{\"n\":1}")),
                form(
                        "all repeated in every fragment",
                        List.of(ADD),
                        c(0, "a", "add", "{\"n\""),
                        c(0, "a", "add", ":1}"),
                        c(0, "a", "add", "")),
                form("the name last", List.of(ADD), c(0, "a", "", "{\"n\":1}"), c(0, "a", "add", "")),
                form(
                        "the name in pieces",
                        List.of("delete{\"n\":2}"),
                        c(0, "a", "del", ""),
                        c(0, "", "ete", ""),
                        c(0, "", "", "{\"n\":2}")),
                form("the id late", List.of(ADD), c(0, "", "add", "{\"n\""), c(0, "a", "", ":1}")),
                form(
                        "a place holder",
                        List.of(ADD),
                        c(0, "a", "add", "{}"),
                        c(0, "", "", "{\"n\""),
                        c(0, "", "", ":1}")),
                form(
                        "a place holder, all repeated",
                        List.of(ADD),
                        c(0, "a", "add", "{}"),
                        c(0, "a", "add", "{\"n\":1}")),
                form("no arguments", List.of("add{}", "delete{}"), c(0, "a", "add", ""), c(1, "b", "delete", "{}")),
                form("no name", List.of(), c(0, "a", "", "{\"n\":1}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void fragmentsBecomeCalls(String form, List<String> calls, List<CallFragment> fragments) {
        ToolCallAccumulator accumulator = new ToolCallAccumulator(TOOLS);

        assertThat(fragments).allMatch(accumulator::add);

        assertThat(accumulator.calls())
                .extracting(call -> call.name() + call.arguments())
                .isEqualTo(calls);
        assertThat(accumulator.calls()).extracting(ReceivedCall::id).doesNotHaveDuplicates();
    }

    @Test
    void argumentsThatNeverGetANameAreNoticed() {
        RecordedTurn turn =
                RecordedTurn.of(TOOLS, "tool_calls", "{\"tool_calls\":[{\"function\":{\"arguments\":\"{}\"}}]}");

        assertThat(turn.received().calls()).isEmpty();
        assertThat(turn.received().unusable()).containsExactly("tool_calls.function.arguments (without a name)");
    }

    @Test
    void theOldFunctionCallIsACall() {
        RecordedTurn turn = RecordedTurn.of(
                TOOLS,
                "function_call",
                "{\"function_call\":{\"name\":\"delete\",\"arguments\":\"{\\\"n\\\"\"}}",
                "{\"function_call\":{\"arguments\":\":2}\"}}");

        assertThat(turn.received().calls())
                .extracting(call -> call.name() + call.arguments())
                .containsExactly(DELETE);
    }

    @Test
    void theMemoryOfCallsIsBounded() {
        ToolCallAccumulator accumulator = new ToolCallAccumulator(TOOLS);
        String much = "x".repeat(ToolCallAccumulator.MAXIMUM_LENGTH / 2);

        assertThat(accumulator.add(c(0, "a", "add", much))).isTrue();
        assertThat(accumulator.add(c(0, "", "", much))).isFalse();
    }

    private static Arguments form(String name, List<String> calls, CallFragment... fragments) {
        return Arguments.of(name, calls, List.of(fragments));
    }

    private static CallFragment c(@Nullable Integer index, String id, String name, String arguments) {
        return new CallFragment(index == null ? null : index.longValue(), id, name, arguments, Map.of());
    }
}
