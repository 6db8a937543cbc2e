package dev.parley.domain.attachment;

/** How an attachment is shown. */
public enum AttachmentKind {
    /** As an image, with a preview. */
    IMAGE,
    /** As a file. */
    FILE
}
