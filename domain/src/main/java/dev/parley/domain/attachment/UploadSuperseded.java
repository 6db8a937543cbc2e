package dev.parley.domain.attachment;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** The attachment was deleted or uploaded anew while this upload went on. */
public final class UploadSuperseded extends Failure {

    /** Refuses. */
    public UploadSuperseded() {
        super(
                FailureKind.CONFLICT,
                "UPLOAD_SUPERSEDED",
                LocalizedText.of("The attachment was deleted, or a newer upload of it has begun."));
    }
}
