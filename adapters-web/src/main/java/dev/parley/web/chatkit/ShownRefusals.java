package dev.parley.web.chatkit;

import dev.parley.domain.conversation.MessageLimitReached;
import dev.parley.domain.conversation.MessageTooLong;
import dev.parley.domain.conversation.SessionLimitReached;
import dev.parley.domain.conversation.ThreadNotOpen;
import dev.parley.domain.shared.Failure;
import java.util.Optional;

/** Refusals that users can act on. The component shows them if they come as an event of a stream, and no others. */
final class ShownRefusals {

    private ShownRefusals() {}

    /** The event that tells of a refusal; empty where it is told by the answer's status. */
    static Optional<WireEvent> of(Failure refusal) {
        return switch (refusal) {
            case SessionLimitReached limit -> Optional.of(event(limit));
            case MessageLimitReached limit -> Optional.of(event(limit));
            case MessageTooLong length -> Optional.of(event(length));
            case ThreadNotOpen thread -> Optional.of(event(thread));
            default -> Optional.empty();
        };
    }

    private static WireEvent event(Failure refusal) {
        return new WireEvent.Failed("error", "custom", refusal.clientMessage(), false);
    }
}
