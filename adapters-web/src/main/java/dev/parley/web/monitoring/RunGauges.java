package dev.parley.web.monitoring;

import dev.parley.application.run.RunEngine;
import dev.parley.application.run.RunQueue;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Shows as {@code parley.runs.active} how many runs this node answers, and as {@code parley.runs.waiting} how many wait on all
 * nodes. Those are counted every now and then and not when somebody looks, who thus never waits for the database.
 */
public final class RunGauges implements MeterBinder {

    private final RunEngine engine;
    private final RunQueue queue;
    private volatile long waiting;

    public RunGauges(RunEngine engine, RunQueue queue) {
        this.engine = engine;
        this.queue = queue;
    }

    /**
     * Counts the runs that wait; while they cannot be counted, the last number stays.
     *
     * @throws dev.parley.application.shared.SystemFailure if they cannot
     */
    public void count() {
        waiting = queue.waiting();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("parley.runs.active", engine, RunEngine::active).register(meters);
        Gauge.builder("parley.runs.waiting", this, gauges -> gauges.waiting).register(meters);
    }
}
