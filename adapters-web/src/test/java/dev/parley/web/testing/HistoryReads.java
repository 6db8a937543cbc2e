package dev.parley.web.testing;

import dev.parley.application.shared.UnitOfWork;
import java.util.function.Supplier;

/** The units in which histories are read batch by batch, before each of which a test may do something. */
public final class HistoryReads implements UnitOfWork {

    private final UnitOfWork units;
    private volatile Runnable before = () -> {};

    HistoryReads(UnitOfWork units) {
        this.units = units;
    }

    /** From now on does something before each read, outside any unit, on the reader's thread. */
    public void before(Runnable deed) {
        before = deed;
    }

    /** From now on only reads. */
    public void reset() {
        before(() -> {});
    }

    @Override
    public <T> T execute(Supplier<T> work) {
        return units.execute(work);
    }

    @Override
    public <T> T read(Supplier<T> work) {
        before.run();
        return units.read(work);
    }
}
