package dev.parley.application.testing;

import static dev.parley.domain.attachment.AttachmentChunkRepository.CHUNK_BYTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.attachment.AttachmentStore;
import dev.parley.domain.attachment.AttachmentError;
import dev.parley.domain.attachment.ContentId;
import dev.parley.domain.shared.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link AttachmentStore} promises. */
public abstract class AttachmentStoreContract {

    private static final Instant LONG_AGO = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant FAR_AWAY = Instant.parse("9999-01-02T03:04:05Z");

    /** The store. */
    protected abstract AttachmentStore store();

    /** The id of a content whose upload has begun. */
    protected abstract ContentId begun();

    @ParameterizedTest
    @ValueSource(ints = {1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES})
    void aContentIsReadAsItWasWritten(int size) throws IOException {
        byte[] bytes = bytes(size);
        ContentId content = written(bytes);

        try (InputStream opened = store().open(content)) {
            assertThat(opened.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void aContentIsReadByteByByteToo() throws IOException {
        ContentId content = written(new byte[] {1, (byte) 0xFF});

        try (InputStream opened = store().open(content)) {
            assertThat(opened.read()).isEqualTo(1);
            assertThat(opened.read()).isEqualTo(255);
            assertThat(opened.read()).isEqualTo(-1);
        }
    }

    @Test
    void whatTheClientsStreamThrowsComesThrough() {
        ContentId content = begun();
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(bytes(CHUNK_BYTES)), failing(null));

        assertThatThrownBy(() -> store().write(content, broken))
                .isInstanceOf(IOException.class)
                .hasMessage("the client is gone");
        store().delete(content);
    }

    @Test
    void refusalsOfTheStreamComeThrough() {
        ContentId content = begun();
        Failure refusal = new Failure(AttachmentError.ATTACHMENT_SIZE_MISMATCH, 5);

        assertThatThrownBy(() -> store().write(content, failing(refusal))).isSameAs(refusal);
        store().delete(content);
    }

    @Test
    void aContentCanBeDeletedTwice() throws IOException {
        ContentId content = written(bytes(10));

        store().delete(content);
        store().delete(content);
    }

    @Test
    void whatWasNeverWrittenCanBeDeleted() {
        store().delete(begun());
    }

    @Test
    void whatIsKnownOrNewIsNotSweptAway() throws IOException {
        byte[] bytes = bytes(10);
        ContentId content = written(bytes);

        store().sweep(FAR_AWAY, contents -> contents);
        store().sweep(LONG_AGO, contents -> Set.of());

        try (InputStream opened = store().open(content)) {
            assertThat(opened.readAllBytes()).isEqualTo(bytes);
        }
    }

    /** A content that is stored. */
    protected final ContentId written(byte[] bytes) throws IOException {
        ContentId content = begun();
        store().write(content, new ByteArrayInputStream(bytes));
        return content;
    }

    /** Bytes of no form. */
    protected static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static InputStream failing(@Nullable RuntimeException refusal) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                if (refusal != null) {
                    throw refusal;
                }
                throw new IOException("the client is gone");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return read();
            }
        };
    }
}
