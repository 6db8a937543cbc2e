package dev.parley.assistant.mcp;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The connection that is used now. One that has broken stays until it is known whether there will be another. */
final class CurrentConnection {

    private @Nullable McpConnection connection;

    synchronized void set(McpConnection made) {
        connection = made;
        notifyAll();
    }

    /** There is none for now. */
    synchronized void clear() {
        connection = null;
        notifyAll();
    }

    synchronized boolean exists() {
        return connection != null;
    }

    /**
     * One that has not broken; waits while one that has is being replaced.
     *
     * @throws ExchangeFailed if there is none
     */
    synchronized McpConnection await(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (long left = patience.toMillis(); left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            McpConnection known = connection;
            if (known == null) {
                break;
            }
            if (!known.isBroken()) {
                return known;
            }
            wait(left);
        }
        throw ExchangeFailed.unseen("the server is down", null);
    }
}
