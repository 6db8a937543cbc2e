package dev.parley.assistant.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.assistant.stream.StreamException.Kind;
import dev.parley.domain.run.TurnEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamEventsTest {

    private static final String FIRST = RecordedTurn.event("{\"content\":\"Good \"}");
    private static final String SECOND = RecordedTurn.event("{\"content\":\"morning\"}");
    private static final String STOP = "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
    private static final String DONE = "data: [DONE]\n\n";
    private static final String WHOLE =
            "{\"object\":\"chat.completion\",\n \"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"Here you are.\",\n"
                    + " \"reasoning\":\"Hm\",\"tool_calls\":[{\"id\":\"a\",\"function\":{\"name\":\"list\"}},{\"id\":\"b\",\"function\":{\"name\":\"list\"}}]},"
                    + "\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":5}}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:\n\n",
                "data: : still working\n\n",
                "data: still working\n\n",
                "data: null\n\ndata: 7\n\ndata: []\n\ndata: [1,\n\n",
                "data: {\"error\":{}}\n\n",
                "data: {\"error\":\" \",\"choices\":[]}\n\n",
                "data: {\"error\":null}\n\n",
                "data: {\"choices\":null}\n\ndata: {}\n\n",
                "data: {\"choices\":[{\"delta\":null}]}\n\n",
                "event: ping\ndata: {\"type\":\"ping\"}\n\n",
                "retry: 100\n\n: comment\n\nid: 7\nunknown\n\n",
                "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\"},\"message\":{\"content\":\"Good morning\"}}]}\n\n",
                "data: {\"choices\":[{\"index\":1,\"delta\":{\"content\":\"another choice\"}}]}\n\n",
                "data: {\"choices\":[{\"index\":0,\"message\":{\"content\":\"Good \"}}]}\n\n",
            })
    void whatIsHarmlessIsPassedOver(String between) {
        RecordedTurn turn = RecordedTurn.of(FIRST + between + SECOND + STOP + DONE);

        assertThat(turn.text).hasToString("Good morning");
        assertThat(turn.received().end()).isEqualTo(TurnEnd.STOP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: {\"error\":{\"message\":\"broken\"}}\n\n",
                "data: {\"error\":\"broken\"}\n\n",
                "data: {\"error\":{\"message\":\"broken\"},\"choices\":[{\"delta\":{}}]}\n\n",
                "event: error\ndata: {\"message\":\"broken\"}\n\n",
                "event: error\ndata: broken\n\n",
                "error: {\"message\":\"broken\"}\n\n",
                "data: {\"object\":\"error\",\"message\":\"broken\"}\n\n",
                "data: {\"detail\":\"broken\"}\n\n",
                "data: [{\"error\":{\"message\":\"broken\"}}]\n\n",
                "{\"error\":{\"message\":\"broken\"}}",
                "[{\n  \"error\": {\"message\":\"broken\"}\n}]\n",
                "{\"detail\":\"broken\"}",
            })
    void anErrorInAnyFormIsOneAtTheBeginningAndInTheMiddle(String error) {
        assertFails(error, Kind.ERROR, "broken");
        assertFails(FIRST + error, Kind.ERROR, "broken");
    }

    @Test
    void aTurnThatEndsWithAnErrorIsOne() {
        RecordedTurn turn = RecordedTurn.of(FIRST + STOP.replace("stop", "ERROR") + DONE);

        assertThatThrownBy(turn::received)
                .isInstanceOfSatisfying(
                        StreamException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.ERROR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"data: {\"choices\":[{\"delta\":\n\n", "data: {\"choices\":]}\n\n"})
    void anObjectThatCannotBeReadMayBeAPartOfTheAnswer(String broken) {
        assertFails(FIRST + broken + SECOND + STOP, Kind.UNREADABLE, "choices");
    }

    @Test
    void anEventThatEndsInTheMiddleIsCutOff() {
        assertFails(FIRST + "data: {\"choices\":[{\"del", Kind.TRUNCATED, "choices");
    }

    @Test
    void aBlankLineMayBeMissingAtTheEnd() {
        assertThat(RecordedTurn.of(FIRST + "data: [DONE]").reader.isEnded()).isTrue();
        assertThat(RecordedTurn.of(FIRST + STOP.strip()).reader.isEnded()).isTrue();
    }

    @Test
    void doneOrAFinishReasonEndsATurnAndNothingElse() {
        assertThat(RecordedTurn.of(FIRST + DONE).reader.isEnded()).isTrue();
        assertThat(RecordedTurn.of(FIRST + STOP).reader.isEnded()).isTrue();
        assertThat(RecordedTurn.of(FIRST).reader.isEnded()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                DONE,
                "<html>\n<body>\n",
                "data: <html>\n\n",
                "{\"note\":\"nothing\"}",
                "{\"choices\":[{",
                ": x\n"
            })
    void whereNothingIsUnderstoodItIsShown(String stream) {
        assertFails(stream, Kind.UNREADABLE, stream.strip().replaceAll("\\s+", " "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "\n \n%s\n", ": waiting\n\n%s", "data: %s\n\n", "\uFEFF%s"})
    void aWholeCompletionIsTheAnswerWhereverItStands(String place) {
        boolean isEvent = place.startsWith("data");
        RecordedTurn turn = RecordedTurn.of(place.formatted(isEvent ? WHOLE.replace("\n", "") : WHOLE));

        assertThat(turn.text).hasToString("Here you are.");
        assertThat(turn.reasoning).hasToString("Hm");
        assertThat(turn.received().calls()).extracting(ReceivedCall::id).containsExactly("a", "b");
        assertThat(turn.reader.tokens().prompt()).isEqualTo(5);
        assertThat(turn.reader.isEnded()).isTrue();
    }

    @Test
    void aLineWithoutEndIsTooLong() {
        assertFails("data: {\"a\":\"" + "x".repeat(EventStreamParser.MAXIMUM_BYTES), Kind.UNREADABLE, "more than");
    }

    private static void assertFails(String stream, Kind kind, String message) {
        assertThatThrownBy(() -> RecordedTurn.of(stream))
                .isInstanceOfSatisfying(
                        StreamException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(kind))
                .hasMessageContaining(message);
    }
}
