package dev.parley.application.shared;

import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/**
 * What commits together. Only use cases call it, and nothing else begins, commits or rolls back.
 *
 * <p>When a method returns, its work is committed; when it throws, nothing of it is stored. A model, a tool or a socket is
 * never waited for inside a unit. Units do not nest.
 */
public interface UnitOfWork {

    /**
     * Runs the work and commits it.
     *
     * @return what the work returned
     * @throws SystemFailure if a step of the work or the commit fails; whatever else the work throws goes to the caller as it
     *     is, after the rollback
     */
    <T> T execute(Supplier<T> work);

    /** Runs work that only reads. */
    <T> T read(Supplier<T> work);

    /** Runs work that returns nothing, and commits it. */
    default void run(Runnable work) {
        execute(() -> {
            work.run();
            return true;
        });
    }

    /**
     * Repeats work in units so small that nobody waits for them, until one of them finds less to do than it may.
     *
     * @param maximum how much a unit may do
     * @param work takes the maximum, and returns how much it has done
     */
    default void inPortions(int maximum, IntUnaryOperator work) {
        int done;
        do {
            done = execute(() -> work.applyAsInt(maximum));
        } while (done == maximum);
    }
}
