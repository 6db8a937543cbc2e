package dev.parley.assistant.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.parley.application.tool.RequestedCall;
import dev.parley.assistant.testing.Script;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ToolCallsTest {

    private static final RequestedCall ADD = new RequestedCall("call_a", "add", "{\"n\":1}");
    private static final RequestedCall DELETE = new RequestedCall("call_b", "delete", "{\"n\":2}");

    private final ModelUnderTest model = new ModelUnderTest();

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void argumentsInFragmentsArePutTogether() {
        assertThat(callsOf("""
                        {"index":0,"id":"call_a","type":"function","function":{"name":"add","arguments":""}}""", """
                        {"index":0,"function":{"arguments":"{\\"n\\""}}""", """
                        {"index":0,"function":{"arguments":":1}"}}""")).containsExactly(ADD);
    }

    @Test
    void parallelCallsMayBeInterleaved() {
        assertThat(callsOf("""
                        {"index":0,"id":"call_a","function":{"name":"add","arguments":"{\\"n\\""}}""", """
                        {"index":1,"id":"call_b","function":{"name":"delete","arguments":"{\\"n\\""}}""", """
                        {"index":0,"function":{"arguments":":1}"}}""", """
                        {"index":1,"function":{"arguments":":2}"}}""")).containsExactly(ADD, DELETE);
    }

    @Test
    void callsWithoutIndexAreToldApartByTheirIds() {
        assertThat(callsOf("""
                        {"id":"call_a","function":{"name":"add","arguments":"{\\"n\\""}}""", """
                        {"id":"call_b","function":{"name":"delete","arguments":"{\\"n\\""}}""", """
                        {"id":"call_a","function":{"arguments":":1}"}}""", """
                        {"id":"call_b","function":{"arguments":":2}"}}""")).containsExactly(ADD, DELETE);
    }

    @Test
    void aFragmentWithoutIndexAndIdContinuesTheLastCall() {
        assertThat(callsOf("""
                        {"id":"call_a","function":{"name":"add","arguments":"{\\"n\\""}}""", """
                        {"function":{"arguments":":1}"}}""")).containsExactly(ADD);
    }

    @Test
    void wholeCallsWithNeitherIndexNorIdAreToldApartByTheirNames() {
        assertThat(callsOf("""
                        {"function":{"name":"add","arguments":"{\\"n\\":1}"}}""", """
                        {"function":{"name":"delete","arguments":"{\\"n\\":2}"}}"""))
                .extracting(RequestedCall::name, RequestedCall::arguments)
                .containsExactly(tuple("add", "{\"n\":1}"), tuple("delete", "{\"n\":2}"));
    }

    @Test
    void aNewIdOnTheSameIndexBeginsANewCall() {
        assertThat(callsOf("""
                        {"index":0,"id":"call_a","function":{"name":"add","arguments":"{\\"n\\":1}"}}""", """
                        {"index":0,"id":"call_b","function":{"name":"delete","arguments":"{\\"n\\""}}""", """
                        {"index":0,"function":{"arguments":":2}"}}""")).containsExactly(ADD, DELETE);
    }

    @Test
    void idAndNameMayBeRepeatedWithEveryFragment() {
        assertThat(callsOf("""
                        {"index":0,"id":"call_a","function":{"name":"add","arguments":"{\\"n\\""}}""", """
                        {"index":0,"id":"call_a","function":{"name":"add","arguments":":1}"}}""")).containsExactly(ADD);
    }

    @Test
    void callsWithoutIdsGetIdsOfTheirOwn() {
        assertThat(callsOf("""
                        {"index":0,"function":{"name":"add","arguments":"{}"}}""", """
                        {"index":1,"id":"","function":{"name":"add","arguments":"{}"}}"""))
                .extracting(RequestedCall::callId)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.startsWith("call_"));
    }

    @Test
    void noArgumentsAreAnEmptyObject() {
        assertThat(callsOf("""
                        {"index":0,"id":"call_a","function":{"name":"list","arguments":""}}""", """
                        {"index":1,"id":"call_b","function":{"name":"list"}}""")).extracting(RequestedCall::arguments).containsExactly("{}", "{}");
    }

    @Test
    void callsCountAlsoWhereTheFinishReasonSaysStop() {
        assertThat(model.answer(calling("stop", """
                        {"index":0,"id":"call_a","function":{"name":"add","arguments":"{\\"n\\":1}"}}""")).calls()).containsExactly(ADD);
    }

    @Test
    void textBeforeACallIsSaid() {
        List<RequestedCall> calls = model.answer((request, wire) -> {
                    wire.stream();
                    wire.text("Let me see.");
                    wire.delta("""
                            {"tool_calls":[{"index":0,"id":"call_a","function":{"name":"add","arguments":"{\\"n\\":1}"}}]}""");
                    wire.finish("tool_calls");
                    wire.done();
                })
                .calls();

        assertThat(calls).containsExactly(ADD);
        assertThat(model.text()).isEqualTo("Let me see.");
    }

    private List<RequestedCall> callsOf(String... fragments) {
        return model.answer(calling("tool_calls", fragments)).calls();
    }

    private static Script calling(String finishReason, String... fragments) {
        return (request, wire) -> {
            wire.stream();
            for (String fragment : fragments) {
                wire.delta("{\"tool_calls\":[" + fragment + "]}");
            }
            wire.finish(finishReason);
            wire.done();
        };
    }
}
