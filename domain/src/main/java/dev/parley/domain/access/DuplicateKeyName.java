package dev.parley.domain.access;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** An API key of this name exists. */
public final class DuplicateKeyName extends Failure {

    /** Refuses to add another. */
    public DuplicateKeyName(KeyName name) {
        super(
                FailureKind.CONFLICT,
                "DUPLICATE_KEY_NAME",
                LocalizedText.of(
                        "There is a key named {0} already. Choose another name, or revoke that key first.", name));
    }
}
