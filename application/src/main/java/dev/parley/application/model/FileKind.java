package dev.parley.application.model;

import dev.parley.domain.attachment.MimeType;
import java.util.Optional;

/** Kinds of files that a model can be sent. */
public enum FileKind {
    /** Images of dots. */
    IMAGES,
    /** PDF. */
    DOCUMENTS,
    /** What people can read as it is. */
    TEXTS;

    /** The kind of files of a type; empty where no model can read them. */
    static Optional<FileKind> of(MimeType type) {
        if (type.isRasterImage()) {
            return Optional.of(IMAGES);
        }
        if (type.isPdf()) {
            return Optional.of(DOCUMENTS);
        }
        return type.isText() ? Optional.of(TEXTS) : Optional.empty();
    }
}
