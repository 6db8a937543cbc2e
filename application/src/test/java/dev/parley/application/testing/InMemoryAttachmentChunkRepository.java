package dev.parley.application.testing;

import dev.parley.application.testing.InMemoryStore.Tables;
import dev.parley.domain.attachment.Attachment;
import dev.parley.domain.attachment.AttachmentChunkRepository;
import dev.parley.domain.attachment.AttachmentError;
import dev.parley.domain.attachment.AttachmentState;
import dev.parley.domain.attachment.ContentId;
import dev.parley.domain.shared.Failure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Contents of attachments in memory. */
public final class InMemoryAttachmentChunkRepository implements AttachmentChunkRepository {

    private final InMemoryStore store;

    /** Makes a repository over a store. */
    public InMemoryAttachmentChunkRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void append(ContentId id, int number, byte[] bytes) {
        Tables tables = store.tables();
        Attachment attachment = tables.attachments.get(id.attachment());
        if (attachment == null || attachment.state() == AttachmentState.UPLOADED || !id.equals(attachment.content())) {
            throw new Failure(AttachmentError.UPLOAD_SUPERSEDED);
        }
        List<byte[]> before = tables.chunks.getOrDefault(id, List.of());
        if (before.size() != number) {
            throw new IllegalStateException("chunk " + number + " comes after " + before.size() + " others");
        }
        tables.chunks.put(
                id, Stream.concat(before.stream(), Stream.of(bytes.clone())).toList());
    }

    @Override
    public Optional<byte[]> find(ContentId id, int number) {
        return store.tables().chunks.getOrDefault(id, List.of()).stream()
                .skip(number)
                .findFirst()
                .map(byte[]::clone);
    }

    @Override
    public void delete(ContentId id) {
        store.tables().chunks.remove(id);
    }
}
