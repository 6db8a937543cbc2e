package dev.parley.benchmarks.hostile;

import java.time.Duration;

/** Something hostile that is done to a server for some time. */
interface Attack {

    String name();

    /** Whether others are to be served while it goes on, and not only when it is over. */
    default boolean sparesOthers() {
        return true;
    }

    /** Makes what the attack needs, before anything is measured. */
    default void prepare(Target target) throws Exception {}

    /** Attacks for this long and returns when every connection is closed. */
    void run(Target target, Duration duration) throws Exception;
}
