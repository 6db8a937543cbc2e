package dev.parley.e2e;

import dev.parley.application.assistant.Assistant;
import dev.parley.application.assistant.Reply;
import dev.parley.application.assistant.Turn;
import dev.parley.application.tool.RequestedCall;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** An answer that is the same each time: two messages and between them a tool that changes something. */
final class Story implements Assistant {

    /** The title of the task that the tool adds. */
    static final String TASK = "water the plants";

    private static final int PIECES = 40;

    /** The last that is said. */
    static final String LAST = "second " + (PIECES - 1) + " ";

    /** The last that is said before the pause. */
    static final String MIDDLE = "second " + (PIECES / 2 - 1) + " ";

    private final Duration pace;
    private final @Nullable CountDownLatch middle;

    private Story(Duration pace, @Nullable CountDownLatch middle) {
        this.pace = pace;
        this.middle = middle;
    }

    /** Told without a pause. */
    static Story atOnce() {
        return new Story(Duration.ZERO, null);
    }

    /** Told without a pause, at the pace of a fast model. */
    static Story slowly() {
        return new Story(Duration.ofMillis(2), null);
    }

    /** Told up to the middle of the second message, and on from there when the latch is open. */
    static Story pausedUntil(CountDownLatch middle) {
        return new Story(Duration.ZERO, middle);
    }

    @Override
    public void answer(Turn turn, Reply reply) {
        reply.progress("Thinking…");
        tell(reply, "first", 0, PIECES);
        var unused = reply.callTool(new RequestedCall("call_1", "add_task", "{\"title\": \"%s\"}".formatted(TASK)));
        tell(reply, "second", 0, PIECES / 2);
        pause();
        tell(reply, "second", PIECES / 2, PIECES);
    }

    private void tell(Reply reply, String word, int from, int to) {
        for (int piece = from; piece < to; piece++) {
            LockSupport.parkNanos(pace.toNanos());
            reply.text(word + " " + piece + " ");
        }
    }

    private void pause() {
        try {
            if (middle != null) {
                middle.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
