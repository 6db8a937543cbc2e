package dev.parley.bootstrap.lifecycle;

import dev.parley.application.attachment.PruneAttachments;
import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.shared.SystemFailure;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Deletes attachments that nobody needs any more, for as long as the node lives, whatever the database does meanwhile. */
final class AttachmentPruning implements SmartLifecycle {

    private final Runnable pruning;
    private final ErrorReporter errorReporter;
    private @Nullable ScheduledExecutorService schedule;

    AttachmentPruning(Runnable pruning, ErrorReporter errorReporter) {
        this.pruning = pruning;
        this.errorReporter = errorReporter;
    }

    @Override
    public synchronized void start() {
        long period = PruneAttachments.PERIOD.toMinutes();
        schedule = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("attachment-pruning").factory());
        ScheduledFuture<?> unused = schedule.scheduleWithFixedDelay(this::prune, 1, period, TimeUnit.MINUTES);
    }

    @Override
    public synchronized void stop() {
        if (schedule != null) {
            schedule.shutdownNow();
            schedule = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return schedule != null;
    }

    /** Once; what fails is tried again in an hour. */
    void prune() {
        try {
            pruning.run();
        } catch (RuntimeException | Error e) {
            errorReporter.record(
                    e instanceof SystemFailure step ? step : SystemFailure.internal("attachment.prune", e));
        }
    }
}
