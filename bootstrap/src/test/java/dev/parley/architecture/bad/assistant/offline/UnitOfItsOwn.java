package dev.parley.architecture.bad.assistant.offline;

import dev.parley.architecture.bad.application.shared.UnitOfWork;
import java.util.function.Supplier;

/** There is one unit of work. */
final class UnitOfItsOwn implements UnitOfWork {

    @Override
    public <T> T execute(Supplier<T> work) {
        return work.get();
    }
}
