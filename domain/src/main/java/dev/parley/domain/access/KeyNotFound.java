package dev.parley.domain.access;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** No API key has this name. */
public final class KeyNotFound extends Failure {

    /** Refuses. */
    public KeyNotFound(KeyName name) {
        super(FailureKind.NOT_FOUND, "KEY_NOT_FOUND", LocalizedText.of("There is no key named {0}.", name));
    }
}
