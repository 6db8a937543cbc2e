package dev.parley.web.chatkit;

import dev.parley.application.shared.Language;
import dev.parley.domain.account.StorageQuotaReached;
import dev.parley.domain.conversation.MessageLimitReached;
import dev.parley.domain.conversation.MessageTooLong;
import dev.parley.domain.conversation.SessionLimitReached;
import dev.parley.domain.conversation.ThreadNotOpen;
import dev.parley.domain.shared.Failure;
import dev.parley.web.item.WireEvent;
import java.util.Optional;

/** Refusals that users can act on. The component shows them if they come as an event of a stream, and no others. */
final class DisplayedErrors {

    private DisplayedErrors() {}

    /** The event that tells of a refusal; empty where it is told by the answer's status. */
    static Optional<WireEvent> of(Failure refusal, Language language) {
        return switch (refusal) {
            case SessionLimitReached limit -> Optional.of(event(limit, language));
            case MessageLimitReached limit -> Optional.of(event(limit, language));
            case MessageTooLong length -> Optional.of(event(length, language));
            case StorageQuotaReached quota -> Optional.of(event(quota, language));
            case ThreadNotOpen thread -> Optional.of(event(thread, language));
            default -> Optional.empty();
        };
    }

    private static WireEvent event(Failure refusal, Language language) {
        return new WireEvent.Failed("error", "custom", language.localize(refusal.words()), false);
    }
}
