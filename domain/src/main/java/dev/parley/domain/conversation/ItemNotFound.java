package dev.parley.domain.conversation;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** The thread shows no item with this id. */
public final class ItemNotFound extends Failure {

    /** Refuses. */
    public ItemNotFound() {
        super(FailureKind.NOT_FOUND, "ITEM_NOT_FOUND", LocalizedText.of("This thread has no item with this id."));
    }
}
