package dev.parley.application.model;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Room in a node's memory for the files of all prompts that are being answered. Who waits for room has none yet, so that
 * answers never wait for each other for ever.
 */
public final class PromptFileBudget {

    private static final int BYTES_OF_UNIT = 1024;

    private final Semaphore units;
    private final int unitsOfPrompt = units(AttachedFiles.MAXIMUM_BYTES);
    private final Duration patience;

    /**
     * Makes room.
     *
     * @param bytes of all files together; less than a single prompt may have is as much as that
     * @param patience how long an answer waits for room
     */
    public PromptFileBudget(long bytes, Duration patience) {
        this.units = new Semaphore(Math.max(unitsOfPrompt, units(bytes)), true);
        this.patience = patience;
    }

    /**
     * Takes as much room as a prompt may need, of which {@link Taken#keep} gives back what it does not.
     *
     * @return empty where there is none in time
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    Optional<Taken> take() throws InterruptedException {
        return units.tryAcquire(unitsOfPrompt, patience.toNanos(), TimeUnit.NANOSECONDS)
                ? Optional.of(new Taken())
                : Optional.empty();
    }

    private static int units(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE, Math.ceilDiv(bytes, BYTES_OF_UNIT));
    }

    /** The room of one prompt, until it is closed. */
    final class Taken implements AutoCloseable {

        private int held = unitsOfPrompt;

        /** Gives back what is not needed for so many bytes. */
        void keep(long bytes) {
            release(held - Math.min(held, units(bytes)));
        }

        @Override
        public void close() {
            release(held);
        }

        private void release(int number) {
            held -= number;
            units.release(number);
        }
    }
}
