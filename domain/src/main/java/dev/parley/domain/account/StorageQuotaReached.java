package dev.parley.domain.account;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** What the account's owner stores in sessions would have more bytes than allowed. */
public final class StorageQuotaReached extends Failure {

    /**
     * Refuses.
     *
     * @param limit the most bytes allowed
     */
    public StorageQuotaReached(long limit) {
        super(
                FailureKind.LIMIT,
                "STORAGE_QUOTA",
                LocalizedText.of(
                        "Your sessions may have at most {0} bytes together. Delete sessions to make room.", limit));
    }
}
