package dev.parley.application.attachment;

import dev.parley.domain.attachment.ContentId;
import dev.parley.domain.shared.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Keeps the contents of attachments. It is called outside of units of work, and may take its time. A Spring bean of this
 * type replaces the built-in one.
 *
 * <p>A content is written once, under an id that was never used before, and never changes. Whatever of the store's own goes
 * wrong is a {@link dev.parley.application.shared.SystemFailure} named {@code attachment.write}, {@code attachment.read} or
 * {@code attachment.delete}.
 */
public interface AttachmentStore {

    /**
     * Stores all that a stream has. When this returns, the content outlives a crash; when it throws, part of it may be
     * stored, and is not seen before {@link #delete} removes it.
     *
     * @param content may wait for its client, and may throw refusals; it is not closed
     * @throws Failure UPLOAD_SUPERSEDED if the content is not wanted any more
     * @throws IOException what the stream throws
     */
    void write(ContentId id, InputStream content) throws IOException;

    /**
     * Opens a content that was written whole.
     *
     * @return a stream that may be read slowly; it ends early if the content is deleted meanwhile
     */
    InputStream open(ContentId id);

    /** Deletes a content, or what there is of it. */
    void delete(ContentId id);

    /** Deletes contents whose attachments are gone, unless they have gone with them. */
    default void deleteAll(List<ContentId> orphans) {
        orphans.forEach(this::delete);
    }

    /**
     * Deletes contents that no attachment has, such as a crash between two steps leaves.
     *
     * @param before only contents that were written before this time are looked at
     * @param known tells which of some contents an attachment has
     */
    void sweep(Instant before, UnaryOperator<Set<ContentId>> known);
}
