package dev.parley.application.attachment;

import dev.parley.application.shared.SystemError;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.shared.Failure;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Lets the work of each account be done one after the other, so that none takes more than one place where places are few. */
final class AccountTurns {

    /** As a browser shows a conversation with many images. */
    private static final int MAXIMUM_WAITING = 50;

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final ConcurrentMap<AccountId, Line> lines = new ConcurrentHashMap<>();
    private final int maximumWaiting;

    AccountTurns() {
        this(MAXIMUM_WAITING);
    }

    /**
     * Makes turns.
     *
     * @param maximumWaiting how many may work or wait for one account
     */
    AccountTurns(int maximumWaiting) {
        this.maximumWaiting = maximumWaiting;
    }

    /**
     * Does work when it is the account's turn.
     *
     * @throws Failure SERVICE_UNAVAILABLE if too much of the account's work waits, or waits too long
     */
    <T> T take(AccountId account, Work<T> work) throws IOException {
        Line line = enter(account);
        try {
            if (!line.turn.tryAcquire(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Failure(SystemError.SERVICE_UNAVAILABLE);
            }
            try {
                return work.run();
            } finally {
                line.turn.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(SystemError.SERVICE_UNAVAILABLE);
        } finally {
            leave(account);
        }
    }

    /** How many accounts have work. */
    int accounts() {
        return lines.size();
    }

    private Line enter(AccountId account) {
        return lines.compute(account, (id, line) -> {
            if (line != null && line.entered == maximumWaiting) {
                throw new Failure(SystemError.SERVICE_UNAVAILABLE);
            }
            Line entered = line == null ? new Line() : line;
            entered.entered++;
            return entered;
        });
    }

    private void leave(AccountId account) {
        lines.computeIfPresent(account, (id, line) -> left(line));
    }

    private static @Nullable Line left(Line line) {
        line.entered--;
        return line.entered == 0 ? null : line;
    }

    /** Changed only while the map holds its key. */
    private static final class Line {
        private final Semaphore turn = new Semaphore(1, true);
        private int entered;
    }

    /** What is done. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }
}
