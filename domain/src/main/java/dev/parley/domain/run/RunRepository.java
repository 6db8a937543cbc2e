package dev.parley.domain.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Keeps runs and the leases that their nodes hold on them. Every method needs a unit of work. */
public interface RunRepository {

    /**
     * Adds a running run and leases it. A thread has one running run at a time; one whose lease has ended
     * is interrupted by this.
     *
     * @throws RunInProgress if a run with a living lease is running in the same conversation
     */
    void add(Run run, Duration lease);

    /** The run with this id. */
    Optional<Run> find(RunId id);

    /**
     * The run with this id, if it is still running, locked until the unit ends; empty where it has ended, was taken over
     * or was deleted with its conversation. This is the fence: whoever runs it may write only while it gets it.
     */
    Optional<Run> lockRunning(RunId id);

    /** Overwrites status, end and error code of a run that this unit has locked. */
    void save(Run run);

    /** Renews the leases of those of the given runs that are still running. */
    void renewLeases(Set<RunId> runs, Duration lease);

    /** Interrupts every running run whose lease has ended, and returns their number. */
    int interruptExpired(Instant now);

    /** Interrupts every running run, whatever its lease, and returns their number. */
    int interruptAll(Instant now);
}
