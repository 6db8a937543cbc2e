package dev.parley.assistant.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.assistant.stream.StreamException.Kind;
import dev.parley.domain.run.TurnEnd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads one turn of a model from the bytes of its answer: a stream of events, or a whole completion as JSON. */
public final class TurnReader {

    /** The most of what came that an exception says. */
    private static final int SHOWN_BYTES = 4 * 1024;

    private static final String DONE = "[DONE]";

    private final TurnListener listener;
    private final EventStreamParser events = new EventStreamParser(new Events());
    private final Set<String> unusable = new TreeSet<>();
    private final ChunkParser chunks = new ChunkParser(unusable);
    private final ToolCallAccumulator calls;
    private final OpaqueMembers others = new OpaqueMembers();
    private final byte[] start = new byte[SHOWN_BYTES];
    private int startLength;

    private TokenCounts tokens = TokenCounts.NONE;
    private @Nullable Long choice;
    private @Nullable FinishReason finishReason;
    private long chunkCount;
    private boolean understood;
    private boolean streamed;
    private boolean alive;
    private boolean spoken;
    private boolean visible;
    private boolean refused;
    private boolean done;

    /**
     * Begins to read.
     *
     * @param tools the names of those that the model was offered
     */
    public TurnReader(TurnListener listener, Set<String> tools) {
        this.listener = listener;
        this.calls = new ToolCallAccumulator(tools);
    }

    /**
     * Takes the next bytes.
     *
     * @return whether a chunk ended in them
     * @throws StreamException if they cannot be read, or report an error
     */
    public boolean feed(byte[] bytes, int length) {
        int kept = Math.min(length, SHOWN_BYTES - startLength);
        System.arraycopy(bytes, 0, start, startLength, kept);
        startLength += kept;
        long before = chunkCount;
        events.feed(bytes, length);
        return chunkCount > before;
    }

    /**
     * The response has ended as HTTP wants it.
     *
     * @throws StreamException if nothing of it is part of an answer
     */
    public void end() {
        if (!done) {
            events.end();
        }
        if (!understood && startLength > 0) {
            throw new StreamException(Kind.UNREADABLE, shown(new String(Arrays.copyOf(start, startLength), UTF_8)));
        }
    }

    /** Whether the model has begun, be it to think. */
    public boolean isAlive() {
        return alive;
    }

    /** Whether text of the answer was passed on. */
    public boolean isSpoken() {
        return spoken;
    }

    /** Whether the provider said that the turn is whole. */
    public boolean isEnded() {
        return understood && (done || finishReason != null);
    }

    /** Whether nothing more can follow. */
    public boolean isDone() {
        return done;
    }

    /** What the turn has cost so far. */
    public TokenCounts tokens() {
        return tokens;
    }

    /**
     * The turn at its end.
     *
     * @throws StreamException if the provider says that it ended with an error
     */
    public ReceivedTurn turn() {
        FinishReason reason = finishReason == null ? FinishReason.STOP : finishReason;
        if (reason == FinishReason.ERROR) {
            throw new StreamException(Kind.ERROR, "the turn ended with an error");
        }
        if (calls.hasNamelessArguments()) {
            unusable.add("tool_calls.function.arguments (without a name)");
        }
        List<ReceivedCall> received = calls.calls();
        return new ReceivedTurn(received, turnEnd(reason, !received.isEmpty()), others.json(), List.copyOf(unusable));
    }

    private TurnEnd turnEnd(FinishReason reason, boolean calls) {
        return switch (reason) {
            case LENGTH -> TurnEnd.LENGTH;
            case FILTER -> TurnEnd.CONTENT_FILTER;
            case REFUSAL -> TurnEnd.REFUSAL;
            default -> {
                if (calls) {
                    yield TurnEnd.STOP;
                }
                yield refused ? TurnEnd.REFUSAL : visible ? TurnEnd.STOP : TurnEnd.EMPTY;
            }
        };
    }

    private void take(List<Chunk> read, String json) {
        for (Chunk chunk : read) {
            chunkCount++;
            if (chunk.tokens() != null) {
                tokens = tokens.max(chunk.tokens());
            }
            if (chunk.error()) {
                throw new StreamException(Kind.ERROR, shown(json));
            }
            chunk.choices().forEach(this::take);
        }
    }

    /** Of several choices, which nobody asked for, the first one counts. */
    private void take(Chunk.ChunkChoice next) {
        understood = true;
        if (next.index() != null) {
            if (choice != null && !choice.equals(next.index())) {
                return;
            }
            choice = next.index();
        }
        if (next.delta() != null) {
            streamed = streamed || next.delta().hasContent();
            take(next.delta());
        } else if (next.message() != null && !streamed) {
            takeWhole(next.message());
        }
        if (!next.finishReason().isEmpty()) {
            finishReason = FinishReason.of(next.finishReason());
        }
    }

    private void takeWhole(Delta message) {
        List<CallFragment> placed = new ArrayList<>();
        for (CallFragment call : message.calls()) {
            placed.add(call.index() == null ? call.at(placed.size()) : call);
        }
        take(new Delta(message.pieces(), message.sources(), placed, message.others(), message.alive()));
    }

    private void take(Delta delta) {
        alive = alive || delta.alive();
        if (!others.add(delta.others())) {
            unusable.add("delta (too long)");
        }
        delta.pieces().forEach(this::take);
        delta.sources().forEach(listener::source);
        for (CallFragment fragment : delta.calls()) {
            listener.call();
            if (!calls.add(fragment)) {
                throw new StreamException(Kind.UNREADABLE, "more tool calls than there is room for");
            }
        }
    }

    private void take(Piece piece) {
        if (piece.kind() == Piece.Kind.REASONING) {
            listener.reasoning(piece.text());
            return;
        }
        spoken = true;
        visible = visible || !piece.text().isBlank();
        refused = refused || piece.kind() == Piece.Kind.REFUSAL;
        listener.text(piece.text());
    }

    /** The beginning of what came, on one line. */
    private static String shown(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= SHOWN_BYTES ? line : line.substring(0, SHOWN_BYTES) + "…";
    }

    /** What is in the events. */
    private final class Events implements EventStreamParser.Handler {

        @Override
        public void event(String type, String data, boolean isLast) {
            String text = data.strip();
            if (done) {
                return;
            }
            if (text.equals(DONE)) {
                done = true;
            } else if (type.equals("error") && !text.isEmpty()) {
                throw new StreamException(Kind.ERROR, shown(text));
            } else if (text.startsWith("{")) {
                object(text, isLast);
            } else if (text.startsWith("[")) {
                list(text);
            }
        }

        @Override
        public void json(String text) {
            list(text);
            if (understood && finishReason == null && !streamed) {
                finishReason = FinishReason.STOP;
            }
        }

        /** A part of the answer may be in what cannot be read. */
        private void object(String text, boolean isLast) {
            List<Chunk> read;
            try {
                read = chunks.parse(text);
            } catch (JacksonException e) {
                throw new StreamException(isLast ? Kind.TRUNCATED : Kind.UNREADABLE, shown(text), e);
            }
            take(read, text);
        }

        /** What is no event may be anything; only an answer or an error counts. */
        private void list(String text) {
            List<Chunk> read;
            try {
                read = chunks.parse(text);
            } catch (JacksonException e) {
                // Where nothing else can be understood either, it is shown at the end.
                return;
            }
            take(read, text);
        }
    }
}
