package dev.parley.domain.attachment;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** The message has more attachments than allowed. */
public final class TooManyAttachments extends Failure {

    /**
     * Refuses.
     *
     * @param limit the most attachments allowed
     */
    public TooManyAttachments(int limit) {
        super(
                FailureKind.INVALID,
                "TOO_MANY_ATTACHMENTS",
                LocalizedText.of("A message may have at most {0} attachments.", limit));
    }
}
