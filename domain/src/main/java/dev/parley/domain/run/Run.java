package dev.parley.domain.run;

import dev.parley.domain.conversation.ConversationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One turn of the assistant.
 *
 * @param createdAt when it was asked for
 * @param startedAt null while it waits, and where it ended without having begun
 * @param finishedAt null exactly until it has ended
 * @param errorCode the stable code of what made it fail, null where nothing did
 * @param turnEnd why the model's last turn ended, null where the run has no answer, or one of no model
 */
public record Run(
        RunId id,
        ConversationId conversation,
        RunStatus status,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String errorCode,
        @Nullable TurnEnd turnEnd) {

    /** A run that begins now. */
    public static Run start(RunId id, ConversationId conversation, Instant now) {
        return new Run(id, conversation, RunStatus.RUNNING, now, now, null, null, null);
    }

    /** A run that waits for others to end. */
    public static Run queue(RunId id, ConversationId conversation, Instant now) {
        return new Run(id, conversation, RunStatus.QUEUED, now, null, null, null, null);
    }

    /** This run, begun after it has waited. */
    public Run begun(Instant now) {
        if (status != RunStatus.QUEUED) {
            throw new IllegalStateException("run " + id + " is " + status + " and does not wait");
        }
        return new Run(id, conversation, RunStatus.RUNNING, createdAt, now, null, null, null);
    }

    /** This run with its answer given. */
    public Run completed(@Nullable TurnEnd turnEnd, Instant now) {
        return ended(RunStatus.COMPLETED, now, null, turnEnd);
    }

    /** This run, failed. */
    public Run failed(String code, Instant now) {
        return ended(RunStatus.FAILED, now, code, null);
    }

    /** This run, stopped by its user. */
    public Run cancelled(Instant now) {
        return ended(RunStatus.CANCELLED, now, null, null);
    }

    /** This run, cut off by the end of its node. */
    public Run interrupted(Instant now) {
        return ended(RunStatus.INTERRUPTED, now, null, null);
    }

    private Run ended(RunStatus end, Instant now, @Nullable String code, @Nullable TurnEnd turnEnd) {
        if (status.isEnd()) {
            throw new IllegalStateException("run " + id + " has ended as " + status + " and cannot end again");
        }
        return new Run(id, conversation, end, createdAt, startedAt, now, code, turnEnd);
    }
}
