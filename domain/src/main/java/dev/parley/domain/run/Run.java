package dev.parley.domain.run;

import dev.parley.domain.conversation.ConversationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One turn of the assistant.
 *
 * @param finishedAt null exactly while it runs
 * @param errorCode the stable code of what made it fail, null where nothing did
 */
public record Run(
        RunId id,
        ConversationId conversation,
        RunStatus status,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String errorCode) {

    /** A run that begins now. */
    public static Run start(RunId id, ConversationId conversation, Instant now) {
        return new Run(id, conversation, RunStatus.RUNNING, now, null, null);
    }

    /** This run with its answer given. */
    public Run completed(Instant now) {
        return ended(RunStatus.COMPLETED, now, null);
    }

    /** This run, failed. */
    public Run failed(String code, Instant now) {
        return ended(RunStatus.FAILED, now, code);
    }

    /** This run, cut off by the end of its node. */
    public Run interrupted(Instant now) {
        return ended(RunStatus.INTERRUPTED, now, null);
    }

    private Run ended(RunStatus end, Instant now, @Nullable String code) {
        if (status != RunStatus.RUNNING) {
            throw new IllegalStateException("run " + id + " has ended as " + status + " and cannot end again");
        }
        return new Run(id, conversation, end, startedAt, now, code);
    }
}
