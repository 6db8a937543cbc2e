package dev.parley.application.attachment;

import dev.parley.domain.account.AccountId;
import dev.parley.domain.attachment.Attachment;
import dev.parley.domain.shared.Failure;

/** What allows a caller to use an attachment. */
public sealed interface AttachmentAccess {

    /** The caller is known, and must be the owner. */
    record Caller(AccountId account) implements AttachmentAccess {}

    /** Somebody who may has signed the address that the caller uses, which names the attachment. */
    record SignedAddress() implements AttachmentAccess {}

    /**
     * The attachment, if the access is good for it.
     *
     * @throws Failure ATTACHMENT_NOT_FOUND if it is another's
     */
    default Attachment check(Attachment attachment) {
        return switch (this) {
            case Caller caller -> attachment.ownedBy(caller.account());
            case SignedAddress signed -> attachment;
        };
    }
}
