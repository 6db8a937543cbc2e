package dev.parley.application.idempotency;

import java.util.function.Function;
import java.util.function.Supplier;

/** Work without a key: no statement is spent on it. */
record NotIdempotent<T>() implements Idempotency<T> {

    @Override
    public Outcome<T> perform(Supplier<T> work) {
        return new Outcome.Made<>(work.get());
    }

    @Override
    public <S> Idempotency<S> from(Function<S, T> remembered) {
        return new NotIdempotent<>();
    }
}
