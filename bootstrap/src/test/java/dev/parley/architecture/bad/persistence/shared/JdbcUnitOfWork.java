package dev.parley.architecture.bad.persistence.shared;

import dev.parley.architecture.bad.application.shared.UnitOfWork;
import java.util.function.Supplier;

/** A blameless unit of work. */
final class JdbcUnitOfWork implements UnitOfWork {

    @Override
    public <T> T execute(Supplier<T> work) {
        return work.get();
    }
}
