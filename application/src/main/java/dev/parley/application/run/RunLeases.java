package dev.parley.application.run;

import dev.parley.application.event.RunLog;
import dev.parley.application.run.RunTakeover.TakenOver;
import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps this node's runs its own, and ends runs whose node is gone. */
@UseCase
public final class RunLeases {

    private static final Logger log = LoggerFactory.getLogger(RunLeases.class);
    private static final int RUNS_AT_A_TIME = 100;

    private final UnitOfWork unitOfWork;
    private final ConversationRepository conversations;
    private final RunRepository runs;
    private final RunTakeover takeover;
    private final RunEngine engine;
    private final RunQueue queue;
    private final RunPolicy policy;
    private final InstantSource clock;
    private final RunMeter meter;
    private @Nullable Instant steadySince;

    public RunLeases(
            UnitOfWork unitOfWork,
            ConversationRepository conversations,
            RunRepository runs,
            RunLog log,
            IdGenerator ids,
            RunPolicy policy,
            RunEngine engine,
            RunQueue queue,
            InstantSource clock,
            RunMeter meter) {
        this.unitOfWork = unitOfWork;
        this.conversations = conversations;
        this.runs = runs;
        this.takeover = new RunTakeover(conversations, runs, log, ids, clock);
        this.engine = engine;
        this.queue = queue;
        this.policy = policy;
        this.clock = clock;
        this.meter = meter;
    }

    /**
     * Renews this node's leases, ends runs whose lease has ended, and begins what waits after them. After a time without
     * database, the other nodes get a lease's time to renew theirs before their runs are taken for abandoned.
     */
    public void renew() {
        Instant steady = steadySince;
        steadySince = null;
        unitOfWork.run(() -> runs.renewLeases(engine.running(), policy.lease()));
        steadySince = steady == null ? clock.instant() : steady;
        if (Duration.between(steadySince, clock.instant()).compareTo(policy.lease()) >= 0) {
            takeOver(unitOfWork.read(() -> runs.abandoned(RUNS_AT_A_TIME)), runs::lockAbandoned);
        }
        queue.startStalled();
    }

    /** Ends all runs that an earlier start of this node has left. Called once, when no other can have its name. */
    public void takeOverLeftOver() {
        takeOver(
                unitOfWork.read(() -> runs.leftOver(policy.node())),
                thread -> runs.lockLeftOver(thread, policy.node()));
        queue.startStalled();
    }

    private void takeOver(List<ConversationId> threads, Function<ConversationId, Optional<Run>> lock) {
        long ended = threads.stream().filter(thread -> takeOver(thread, lock)).count();
        if (ended > 0) {
            log.warn("{} runs whose node is gone were ended", ended);
        }
    }

    private boolean takeOver(ConversationId thread, Function<ConversationId, Optional<Run>> lock) {
        Optional<TakenOver> ended = unitOfWork.execute(() -> conversations
                .lock(thread)
                .flatMap(conversation -> lock.apply(thread).map(run -> takeover.end(conversation, run))));
        ended.ifPresent(taken -> taken.measure(meter));
        return ended.isPresent();
    }
}
