package dev.parley.application.run;

import dev.parley.application.shared.FailureJournal;
import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.tool.ToolBox;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunId;
import dev.parley.domain.run.RunRepository;
import dev.parley.domain.run.UsageRepository;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;

/** Lets the assistant answer runs, each on a thread of its own that no request waits for. */
public final class RunEngine {

    private final Assistant assistant;
    private final ToolBox tools;
    private final RunLedger ledger;
    private final FailureJournal journal;
    private final ThreadFactory threads;
    private final Map<RunId, RunWorker> running = new ConcurrentHashMap<>();

    /**
     * Makes the engine of one node.
     *
     * @param threads makes the threads that runs live on; virtual ones in the server
     */
    public RunEngine(
            Assistant assistant,
            ToolBox tools,
            UnitOfWork unitOfWork,
            ConversationRepository conversations,
            RunRepository runs,
            UsageRepository usages,
            IdGenerator ids,
            InstantSource clock,
            FailureJournal journal,
            ThreadFactory threads) {
        this.assistant = assistant;
        this.tools = tools;
        this.ledger = new RunLedger(unitOfWork, conversations, runs, usages, ids, clock);
        this.journal = journal;
        this.threads = threads;
    }

    Set<RunId> running() {
        return Set.copyOf(running.keySet());
    }

    Duration lease() {
        return RunLeases.LEASE;
    }

    /** Begins to answer a committed run. */
    RunStream launch(Run run, Turn turn, List<RunEvent> opening) {
        RunStream stream = new RunStream(opening);
        RunWorker worker = new RunWorker(run, turn, assistant, tools, ledger, stream, journal);
        Thread thread = threads.newThread(() -> {
            try {
                worker.work();
            } finally {
                running.remove(run.id());
            }
        });
        running.put(run.id(), worker);
        thread.start();
        return stream;
    }

    /**
     * Stops all runs: what they have said is kept and they are marked interrupted.
     *
     * @param patience how long to wait for that
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public void stop(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        running.values().forEach(RunWorker::stop);
        for (RunWorker worker : List.copyOf(running.values())) {
            worker.awaitEnd(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        }
    }
}
