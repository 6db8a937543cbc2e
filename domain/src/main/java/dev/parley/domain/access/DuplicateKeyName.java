package dev.parley.domain.access;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;

/** An API key of this name exists. */
public final class DuplicateKeyName extends Failure {

    /** Refuses to add another. */
    public DuplicateKeyName(KeyName name) {
        super(
                FailureKind.CONFLICT,
                "DUPLICATE_KEY_NAME",
                "There is a key named " + name + " already. Choose another name, or revoke that key first.");
    }
}
