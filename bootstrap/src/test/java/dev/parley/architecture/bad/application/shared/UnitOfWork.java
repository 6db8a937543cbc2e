package dev.parley.architecture.bad.application.shared;

import java.util.function.Supplier;

/** A unit of work to misuse. */
public interface UnitOfWork {

    /** Runs the work and commits it. */
    <T> T execute(Supplier<T> work);
}
