package dev.parley.application.attachment;

import static dev.parley.domain.attachment.AttachmentChunkRepository.CHUNK_BYTES;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.attachment.AttachmentChunkRepository;
import dev.parley.domain.attachment.ContentId;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;

/**
 * Keeps contents in chunks beside the attachments, each chunk written and read in a unit of its own: no unit is open while
 * a client is waited for, and no more than a chunk is held.
 */
public final class ChunkedStore implements AttachmentStore {

    /** More at once would fill the disk's queue, after which every other commit waits. */
    private static final int MAXIMUM_WRITING = 2;

    private final UnitOfWork unitOfWork;
    private final AttachmentChunkRepository chunks;
    private final Semaphore writing = new Semaphore(MAXIMUM_WRITING, true);

    /** Makes a store over its ports. */
    public ChunkedStore(UnitOfWork unitOfWork, AttachmentChunkRepository chunks) {
        this.unitOfWork = unitOfWork;
        this.chunks = chunks;
    }

    @Override
    public void write(ContentId id, InputStream content) throws IOException {
        byte[] chunk = content.readNBytes(CHUNK_BYTES);
        for (int number = 0; chunk.length > 0; number++) {
            append(id, number, chunk);
            chunk = content.readNBytes(CHUNK_BYTES);
        }
    }

    @Override
    public InputStream open(ContentId id) {
        return new ChunkStream(number -> unitOfWork.read(() -> chunks.find(id, number)));
    }

    @Override
    public void delete(ContentId id) {
        unitOfWork.run(() -> chunks.delete(id));
    }

    /** Chunks go with their attachment, so there are none without one. */
    @Override
    public void deleteAll(List<ContentId> orphans) {}

    /** The same is true of what a crash leaves. */
    @Override
    public void sweep(Instant before, UnaryOperator<Set<ContentId>> known) {}

    private void append(ContentId id, int number, byte[] chunk) throws IOException {
        try {
            writing.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("the upload was given up").initCause(e);
        }
        try {
            unitOfWork.run(() -> chunks.append(id, number, chunk));
        } finally {
            writing.release();
        }
    }
}
