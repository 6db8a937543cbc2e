package dev.parley.domain.conversation;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** The newest item of the thread is no call that waits for the client. */
public final class NoPendingToolCall extends Failure {

    /** Refuses. */
    public NoPendingToolCall() {
        super(
                FailureKind.CONFLICT,
                "NO_PENDING_TOOL_CALL",
                LocalizedText.of("This thread waits for no result of a tool. Reload it to see how it stands."));
    }
}
