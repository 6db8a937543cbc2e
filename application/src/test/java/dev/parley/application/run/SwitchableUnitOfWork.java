package dev.parley.application.run;

import dev.parley.application.shared.SystemFailure;
import dev.parley.application.shared.UnitOfWork;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Units of a database that a test takes away and brings back. */
final class SwitchableUnitOfWork implements UnitOfWork {

    private final UnitOfWork units;
    private final AtomicReference<Mode> mode = new AtomicReference<>(Mode.WORKING);
    private final AtomicReference<Runnable> before = new AtomicReference<>(() -> {});

    private enum Mode {
        WORKING,
        BROKEN,
        ANSWER_LOST_ONCE
    }

    SwitchableUnitOfWork(UnitOfWork units) {
        this.units = units;
    }

    /** From here on nothing commits. */
    void takeAway() {
        mode.set(Mode.BROKEN);
    }

    void bringBack() {
        mode.set(Mode.WORKING);
    }

    /** The next unit commits, and nobody hears of it. */
    void loseNextAnswer() {
        mode.set(Mode.ANSWER_LOST_ONCE);
    }

    /** Something happens before the next unit begins. */
    void beforeNext(Runnable event) {
        before.set(event);
    }

    @Override
    public <T> T execute(Supplier<T> work) {
        before.getAndSet(() -> {}).run();
        if (mode.compareAndSet(Mode.ANSWER_LOST_ONCE, Mode.WORKING)) {
            T unused = units.execute(work);
            throw away(new IllegalStateException("the connection broke behind " + unused));
        }
        return units.execute(() -> {
            T result = work.get();
            if (mode.get() == Mode.BROKEN) {
                throw away(new IllegalStateException("the database is away"));
            }
            return result;
        });
    }

    @Override
    public <T> T read(Supplier<T> work) {
        if (mode.get() == Mode.BROKEN) {
            throw away(new IllegalStateException("the database is away"));
        }
        return units.read(work);
    }

    private static SystemFailure away(RuntimeException cause) {
        return SystemFailure.unavailable("commit", cause);
    }
}
