package dev.parley.application.testing;

import dev.parley.application.shared.UnitOfWork;
import java.util.function.Supplier;

/** Units of work over an {@link InMemoryStore}. */
public final class InMemoryUnitOfWork implements UnitOfWork {

    private final InMemoryStore store;

    /** Makes units over a store. */
    public InMemoryUnitOfWork(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public <T> T execute(Supplier<T> work) {
        return store.inUnit(work);
    }

    @Override
    public <T> T read(Supplier<T> work) {
        return store.inUnit(work);
    }
}
