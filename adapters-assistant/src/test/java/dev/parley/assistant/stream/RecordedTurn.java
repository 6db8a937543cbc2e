package dev.parley.assistant.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.domain.item.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A turn that is read from a stream, and what came of it. */
final class RecordedTurn implements TurnListener {

    final StringBuilder text = new StringBuilder();
    final StringBuilder reasoning = new StringBuilder();
    final List<Annotation> sources = new ArrayList<>();
    final TurnReader reader;

    private RecordedTurn(Set<String> tools) {
        this.reader = new TurnReader(this, tools);
    }

    /** Of a whole stream. */
    static RecordedTurn of(String stream) {
        return cut(stream, stream.getBytes(UTF_8).length);
    }

    /** Of a stream whose bytes come in pieces of this size. */
    static RecordedTurn cut(String stream, int size) {
        byte[] bytes = stream.getBytes(UTF_8);
        RecordedTurn turn = new RecordedTurn(Set.of());
        for (int begin = 0; begin < bytes.length; begin += size) {
            turn.feed(Arrays.copyOfRange(bytes, begin, Math.min(bytes.length, begin + size)));
        }
        turn.reader.end();
        return turn;
    }

    /** Of a stream that comes in two pieces. */
    static RecordedTurn inTwo(byte[] stream, int first) {
        RecordedTurn turn = new RecordedTurn(Set.of());
        turn.feed(Arrays.copyOf(stream, first));
        turn.feed(Arrays.copyOfRange(stream, first, stream.length));
        turn.reader.end();
        return turn;
    }

    /** Of deltas, given as JSON, and the reason why the turn ends. */
    static RecordedTurn of(Set<String> tools, String finishReason, String... deltas) {
        RecordedTurn turn = new RecordedTurn(tools);
        for (String delta : deltas) {
            turn.feed(event(delta));
        }
        turn.feed("data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"%s\"}]}\n\n"
                .formatted(finishReason));
        turn.feed("data: [DONE]\n\n");
        turn.reader.end();
        return turn;
    }

    /** The event of a delta that is given as JSON. */
    static String event(String delta) {
        return "data: {\"choices\":[{\"index\":0,\"delta\":" + delta.replace("\n", " ")
                + ",\"finish_reason\":null}]}\n\n";
    }

    ReceivedTurn received() {
        return reader.turn();
    }

    /** All that can be seen of it, but for ids that are made up. */
    String outcome() {
        return "%s|%s|%s|%s|%s|%s".formatted(text, reasoning, sources, received(), reader.tokens(), reader.isEnded());
    }

    @Override
    public void text(String delta) {
        text.append(delta);
    }

    @Override
    public void reasoning(String delta) {
        reasoning.append(delta);
    }

    @Override
    public void source(Annotation annotation) {
        sources.add(annotation);
    }

    @Override
    public void call() {
        // The calls are in the turn.
    }

    private void feed(String events) {
        feed(events.getBytes(UTF_8));
    }

    private void feed(byte[] bytes) {
        boolean unused = reader.feed(bytes, bytes.length);
    }
}
