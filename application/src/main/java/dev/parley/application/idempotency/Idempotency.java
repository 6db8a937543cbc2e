package dev.parley.application.idempotency;

import dev.parley.domain.shared.Failure;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Whether work is done: always, or once for a key. Use cases run through it what they do inside their unit of work, so that
 * what is made and the memory of it commit together.
 *
 * @param <T> what is remembered of what the work makes
 */
public sealed interface Idempotency<T> permits NotIdempotent, OncePerKey {

    /**
     * Does the work, unless it has been done. Needs a unit of work, and nothing before it in that unit.
     *
     * @throws Failure IDEMPOTENCY_KEY_IN_USE if the work is being done by another unit
     * @throws Failure IDEMPOTENCY_KEY_REUSED if the key was used for other work
     */
    Outcome<T> perform(Supplier<T> work);

    /** The same for work that makes more than what is remembered of it. */
    <S> Idempotency<S> from(Function<S, T> remembered);

    /** Work that is done whenever it is asked for. */
    static <T> Idempotency<T> everyTime() {
        return new NotIdempotent<>();
    }
}
