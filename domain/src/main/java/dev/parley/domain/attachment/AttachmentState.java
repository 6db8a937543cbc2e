package dev.parley.domain.attachment;

/** Whether an attachment has its content. */
public enum AttachmentState {
    /** It was announced and is not uploaded yet. */
    PENDING,
    /** Its content is stored and never changes again. */
    UPLOADED
}
