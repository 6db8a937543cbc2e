package dev.parley.domain.attachment;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** The attachment is no image, or none that a preview can be made of. */
public final class NoPreview extends Failure {

    /** Refuses. */
    public NoPreview() {
        super(FailureKind.NOT_FOUND, "NO_PREVIEW", LocalizedText.of("There is no preview of this attachment."));
    }
}
