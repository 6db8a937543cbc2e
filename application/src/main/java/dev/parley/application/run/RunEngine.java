package dev.parley.application.run;

import dev.parley.application.assistant.ActionHandlers;
import dev.parley.application.assistant.Assistant;
import dev.parley.application.event.RunStream;
import dev.parley.application.event.RunStreams;
import dev.parley.application.reply.CancellationToken.Reason;
import dev.parley.application.reply.JsonTrees;
import dev.parley.application.reply.RunTransactions;
import dev.parley.application.run.TurnFactory.Begun;
import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.shared.RequestThreads;
import dev.parley.application.shared.UseCase;
import dev.parley.application.tool.ToolBox;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;

/** Lets the assistant answer runs, each on a thread of its own that no request waits for. */
@UseCase
public final class RunEngine {

    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(5);

    private final Assistant assistant;
    private final ToolBox tools;
    private final JsonTrees trees;
    private final RunTransactions transactions;
    private final RunStreams streams;
    private final ErrorReporter errorReporter;
    private final RunMeter meter;
    private final ThreadFactory threads = new RequestThreads("run-");
    private final Map<RunId, RunWorker> running = new ConcurrentHashMap<>();

    /** Threads of runs, also while what comes after a run is done. */
    private final Set<Thread> active = ConcurrentHashMap.newKeySet();

    private volatile boolean draining;
    private volatile boolean stopping;

    public RunEngine(
            Assistant assistant,
            ActionHandlers actions,
            ToolBox tools,
            JsonTrees trees,
            RunTransactions transactions,
            RunStreams streams,
            ErrorReporter errorReporter,
            RunMeter meter) {
        this.assistant = actions.beside(assistant);
        this.tools = tools;
        this.trees = trees;
        this.transactions = transactions;
        this.streams = streams;
        this.errorReporter = errorReporter;
        this.meter = meter;
    }

    /** How many runs this node answers now. */
    public int active() {
        return running.size();
    }

    Set<RunId> running() {
        return Set.copyOf(running.keySet());
    }

    /** Whether no run begins here any more. */
    boolean isDraining() {
        return draining;
    }

    /**
     * Begins to answer a committed run.
     *
     * @param afterwards called when it has ended
     */
    RunStream launch(Begun begun, Runnable afterwards) {
        Run run = begun.run();
        RunStream stream = RunStream.begun(run.id(), begun.lastEvent(), begun.opening());
        RunWorker worker =
                new RunWorker(run, begun.turn(), assistant, tools, trees, transactions, stream, errorReporter, meter);
        Thread thread = threads.newThread(() -> {
            try {
                worker.work();
            } finally {
                running.remove(run.id());
                streams.removeLocal(stream);
            }
            try {
                afterwards.run();
            } finally {
                active.remove(Thread.currentThread());
            }
        });
        active.add(thread);
        running.put(run.id(), worker);
        streams.addLocal(stream);
        if (stopping) {
            // Its message was taken in before the drain began, and committed too late to be waited for.
            worker.stop(Reason.NODE_STOPS);
        }
        thread.start();
        return stream;
    }

    /** Stops a run whose user wants no more, if it runs here. */
    void cancel(RunId run) {
        stop(run, Reason.CANCELLED);
    }

    /** Stops a run that another node has taken over, if it runs here. */
    void fenceOff(RunId run) {
        stop(run, Reason.FENCED_OFF);
    }

    /**
     * Begins no run any more, and lets those that run end; what has not ended in time is stopped: what it has said is kept
     * and it is marked interrupted. Then readers are sent to other nodes.
     *
     * @param timeout how long runs may take to end
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public void drain(Duration timeout) throws InterruptedException {
        draining = true;
        awaitEnd(timeout);
        transactions.giveUp();
        stopping = true;
        running.values().forEach(worker -> worker.stop(Reason.NODE_STOPS));
        awaitEnd(SHUTDOWN_TIMEOUT);
        streams.close();
    }

    private void stop(RunId run, Reason reason) {
        RunWorker worker = running.get(run);
        if (worker != null) {
            worker.stop(reason);
        }
    }

    private void awaitEnd(Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        for (Thread thread : List.copyOf(active)) {
            thread.join(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        }
    }
}
