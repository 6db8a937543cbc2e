package dev.parley.domain.run;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.shared.Page;
import dev.parley.domain.shared.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps runs and the leases that their nodes hold on them. Leases go by one clock, which all nodes share. Every method
 * needs a unit of work; whoever adds, begins or takes over a run has locked its conversation first.
 */
public interface RunRepository {

    /**
     * Adds a running run and leases it to a node, unless a run is running or waiting in its thread, whatever its lease.
     *
     * @return whether it was added
     */
    boolean add(Run run, Node node, Duration lease);

    /** Adds a waiting run, after those that wait already. */
    void addQueued(QueuedRun queued);

    /** The run with this id. */
    Optional<Run> find(RunId id);

    /** A run of a conversation, and what it cost. */
    Optional<RunReport> report(ConversationId conversation, RunId id);

    /**
     * A page of a conversation's runs, newest first.
     *
     * @param request behind a run that the conversation never had there is nothing
     */
    Page<RunReport> list(ConversationId conversation, PageRequest<RunId> request);

    /** The run that is running in a conversation, whatever its lease. */
    Optional<Run> running(ConversationId conversation);

    /** The runs that wait in a conversation, oldest first. */
    List<RunId> waiting(ConversationId conversation);

    /** How many runs wait, in all conversations. */
    long countWaiting();

    /** The oldest waiting run of a conversation in which no run is running, locked until the unit ends. */
    Optional<QueuedRun> lockNext(ConversationId conversation);

    /** Stores that a waiting run has begun, leased to a node. */
    void begin(Run run, Node node, Duration lease);

    /**
     * The run with this id, if it is still running, locked until the unit ends; empty where it has ended, was taken over
     * or was deleted with its conversation. This is the fence: whoever runs it may write only while it gets it.
     */
    Optional<Run> lockRunning(RunId id);

    /** The run with this id, if it is waiting, locked until the unit ends. */
    Optional<Run> lockQueued(RunId id);

    /** The run that is running in a conversation though its lease has ended, locked until the unit ends. */
    Optional<Run> lockAbandoned(ConversationId conversation);

    /**
     * The run that an earlier start of the node has left running in a conversation, whatever its lease, locked until the
     * unit ends.
     */
    Optional<Run> lockLeftOver(ConversationId conversation, Node node);

    /** Overwrites status, times and error code of a run that this unit has locked. */
    void save(Run run);

    /** Renews the leases of those of the given runs that are still running. */
    void renewLeases(Set<RunId> runs, Duration lease);

    /** Where a run is running though its lease has ended: some of these conversations. */
    List<ConversationId> abandoned(int maximum);

    /** Where an earlier start of the node has left a run running: all of these conversations. */
    List<ConversationId> leftOver(Node node);

    /** Where runs wait though none is running: some of these conversations. */
    List<ConversationId> stalled(int maximum);

    /**
     * Asks whoever runs a run to stop it. All nodes are told as soon as the unit has committed, as far as the network
     * lets them.
     *
     * @return false if the run is not running
     */
    boolean requestCancel(RunId id, Instant now);

    /** The running runs that were asked to stop, of all nodes. */
    Set<RunId> cancelRequested();

    /** Whether the run was asked to stop. */
    boolean isCancelRequested(RunId id);
}
