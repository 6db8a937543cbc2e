package dev.parley.application.attachment;

/** Counts what is stored of attachments. */
@FunctionalInterface
public interface AttachmentMeter {

    /** A content of this many bytes is committed. */
    void stored(long bytes);
}
