package dev.parley.domain.attachment;

import dev.parley.domain.shared.Failure;
import java.util.Optional;

/** Keeps contents of attachments in chunks. Every method needs a unit of work. Contents go with their attachments. */
public interface AttachmentChunkRepository {

    /** The longest chunk, in bytes. */
    int CHUNK_BYTES = 256 * 1024;

    /**
     * Adds a chunk to a content that is being uploaded.
     *
     * @param number its place, from 0
     * @param bytes at most {@link #CHUNK_BYTES}
     * @throws Failure UPLOAD_SUPERSEDED if the attachment is deleted or uploaded, or another upload has taken this
     *     one's place
     */
    void append(ContentId id, int number, byte[] bytes);

    /** A chunk of a content; empty after the last one. */
    Optional<byte[]> find(ContentId id, int number);

    /** Deletes all chunks of a content. */
    void delete(ContentId id);
}
