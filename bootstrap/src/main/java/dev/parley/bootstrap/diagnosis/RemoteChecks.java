package dev.parley.bootstrap.diagnosis;

import dev.parley.application.shared.RootCause;
import dev.parley.domain.shared.Text;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Makes all checks of a kind at once, within one deadline. */
final class RemoteChecks {

    /** With what the checks have to let go of afterwards it is ten seconds. */
    private static final Duration DEADLINE = Duration.ofSeconds(8);

    private static final Duration GRACE = Duration.ofSeconds(2);

    private final List<Look> looks;
    private final Duration deadline;
    private final long end;

    private RemoteChecks(List<Look> looks, Duration deadline) {
        this.looks = looks;
        this.deadline = deadline;
        this.end = System.nanoTime() + deadline.toNanos();
    }

    /** Begins, and waits for nothing. */
    static RemoteChecks begin(List<RemoteCheck> checks) {
        return begin(checks, DEADLINE);
    }

    static RemoteChecks begin(List<RemoteCheck> checks, Duration deadline) {
        return new RemoteChecks(checks.stream().map(Look::begin).toList(), deadline);
    }

    /** A finding of each check, once all of them have ended or the deadline is over. */
    List<Finding> findings() {
        List<Finding> findings = looks.stream().map(this::finding).toList();
        looks.forEach(Look::end);
        return findings;
    }

    private Finding finding(Look look) {
        RemoteCheck check = look.check();
        try {
            long left = Math.max(0, end - System.nanoTime());
            return Finding.ok(check.subject() + ": " + look.task().get(left, TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return mend(check, "it has not answered within " + deadline.toMillis() + " ms");
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            return mend(
                    check,
                    cause instanceof IOException
                            ? "it cannot be reached: " + RootCause.of(cause)
                            : String.valueOf(cause.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return mend(check, "the check was interrupted");
        }
    }

    private static Finding mend(RemoteCheck check, String reason) {
        return Finding.mend(check.subject(), Text.onOneLine(reason) + "; " + check.advice());
    }

    private record Look(RemoteCheck check, FutureTask<String> task, Thread thread) {

        static Look begin(RemoteCheck check) {
            FutureTask<String> task = new FutureTask<>(check::examine);
            return new Look(
                    check, task, Thread.ofVirtual().name("parley-doctor").start(task));
        }

        /** A program that was started for the check is ended. */
        void end() {
            task.cancel(true);
            try {
                thread.join(GRACE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
