package dev.parley.web.chatkit;

import dev.parley.application.shared.Language;
import dev.parley.domain.shared.Failure;
import dev.parley.web.item.WireEvent;
import java.util.Optional;

/** Refusals that users can act on. The component shows them if they come as an event of a stream, and no others. */
final class DisplayedErrors {

    private DisplayedErrors() {}

    /** The event that tells of a refusal; empty where it is told by the answer's status. */
    static Optional<WireEvent> of(Failure refusal, Language language) {
        return refusal.error().definition().isShownInStream()
                ? Optional.of(new WireEvent.Failed("error", "custom", language.localize(refusal.words()), false))
                : Optional.empty();
    }
}
