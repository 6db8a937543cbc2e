package dev.parley.web.rate;

import dev.parley.application.shared.SystemFailure;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketExceptions.BucketExecutionException;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A bucket of all nodes as one node takes from it. Takings of the node wait for each other here instead of at the row, so
 * that a flood of one user holds one connection; and a bucket that was found empty is not asked again before its refill.
 */
final class SharedBucket implements RequestBucket {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final Bucket bucket;
    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile @Nullable Empty empty;

    SharedBucket(Bucket bucket) {
        this.bucket = bucket;
    }

    @Override
    public ConsumptionProbe take() {
        ConsumptionProbe refusal = refusalWithoutAsking();
        return refusal == null ? takeInTurn() : refusal;
    }

    @Override
    public void giveBack() {
        awaitTurn();
        try {
            bucket.addTokens(1);
            empty = null;
        } catch (BucketExecutionException e) {
            throw failed(e);
        } finally {
            turn.unlock();
        }
    }

    private ConsumptionProbe takeInTurn() {
        awaitTurn();
        try {
            ConsumptionProbe refusal = refusalWithoutAsking();
            return refusal == null ? ask() : refusal;
        } finally {
            turn.unlock();
        }
    }

    private void awaitTurn() {
        try {
            if (!turn.tryLock(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failed(new TimeoutException("requests of the same user before this one take too long to count"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(e);
        }
    }

    private ConsumptionProbe ask() {
        try {
            ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
            empty = probe.isConsumed() ? null : new Empty(System.nanoTime(), probe);
            return probe;
        } catch (BucketExecutionException e) {
            throw failed(e);
        }
    }

    private @Nullable ConsumptionProbe refusalWithoutAsking() {
        Empty found = empty;
        return found == null ? null : found.refusalAt(System.nanoTime());
    }

    private static SystemFailure failed(Exception cause) {
        return SystemFailure.unavailable("rate.count", cause);
    }

    /**
     * An empty bucket.
     *
     * @param since by {@link System#nanoTime}
     */
    private record Empty(long since, ConsumptionProbe found) {

        /** What the bucket says without being asked; null once it may be refilled. */
        @Nullable ConsumptionProbe refusalAt(long now) {
            long elapsed = now - since;
            return elapsed >= found.getNanosToWaitForRefill()
                    ? null
                    : ConsumptionProbe.rejected(
                            found.getRemainingTokens(),
                            found.getNanosToWaitForRefill() - elapsed,
                            found.getNanosToWaitForReset() - elapsed);
        }
    }
}
