package dev.parley.benchmarks.hostile;

import java.time.Duration;

/** Something hostile that is done to a server for some time. */
interface Attack {

    String name();

    /** The part of the others' requests that may fail. */
    default double tolerated() {
        return 0;
    }

    /** Makes what the attack needs, before anything is measured. */
    default void prepare(Target target) throws Exception {}

    /** Attacks for this long and returns when every connection is closed. */
    void run(Target target, Duration duration) throws Exception;
}
