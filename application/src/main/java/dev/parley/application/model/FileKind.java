package dev.parley.application.model;

import dev.parley.domain.attachment.MimeType;

/** Kinds of files that a model can be sent. */
public enum FileKind {
    /** Images of dots. */
    IMAGES,
    /** PDF. */
    DOCUMENTS,
    /** What people can read as it is: UTF-8 without NUL. */
    TEXTS;

    /** The kind of files of a type; whether what is neither image nor document is text, its bytes tell. */
    static FileKind of(MimeType type) {
        if (type.isRasterImage()) {
            return IMAGES;
        }
        return type.isPdf() ? DOCUMENTS : TEXTS;
    }
}
