package dev.parley.persistence.attachment;

import static dev.parley.application.testing.Failures.failure;
import static dev.parley.domain.attachment.AttachmentChunkRepository.CHUNK_BYTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.attachment.AttachmentStore;
import dev.parley.application.attachment.ChunkedStore;
import dev.parley.application.testing.AttachmentStoreContract;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.Uploads;
import dev.parley.domain.attachment.AttachmentError;
import dev.parley.domain.attachment.ContentId;
import dev.parley.persistence.testing.JdbcPorts;
import dev.parley.persistence.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcChunkedStoreTest extends AttachmentStoreContract {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final JdbcPorts ADAPTERS = JdbcPorts.over(DATABASE.dataSource());
    private static final JdbcClient JDBC = JdbcClient.create(DATABASE.dataSource());

    private final PortsUnderTest ports = ADAPTERS.ports();

    @AfterAll
    static void close() {
        ADAPTERS.close();
        DATABASE.close();
    }

    @Override
    protected AttachmentStore store() {
        return new ChunkedStore(ports.unitOfWork(), ports.chunks());
    }

    @Override
    protected ContentId begun() {
        return Uploads.begun(ports);
    }

    @Test
    void noRowHasMoreThan256KiB() throws IOException {
        ContentId content = written(bytes(2 * CHUNK_BYTES + 1));

        assertThat(chunks(content)).isEqualTo("262144,262144,1");
    }

    @Test
    void anUploadWhosePlaceAnotherHasTakenWritesNothingMore() {
        ContentId old = begun();
        ContentId newer = Uploads.another(old);
        InputStream slow = new BetweenStreams(
                bytes(CHUNK_BYTES),
                () -> ports.unitOfWork()
                        .run(() -> ports.attachments()
                                .lock(old.attachment())
                                .map(attachment -> attachment.uploadingTo(newer))
                                .ifPresent(ports.attachments()::save)),
                bytes(1));

        assertThatThrownBy(() -> store().write(old, slow)).is(failure(AttachmentError.UPLOAD_SUPERSEDED));
        assertThat(chunks(old)).isEqualTo("262144");
    }

    @Test
    void anUploadOfADeletedAttachmentIsRefusedAndLeavesNothing() {
        ContentId content = begun();
        InputStream slow = new BetweenStreams(
                bytes(CHUNK_BYTES),
                () -> ports.unitOfWork()
                        .run(() ->
                                ports.attachments().lock(content.attachment()).ifPresent(ports.attachments()::delete)),
                bytes(1));

        assertThatThrownBy(() -> store().write(content, slow)).is(failure(AttachmentError.UPLOAD_SUPERSEDED));
        assertThat(chunks(content)).isEmpty();
    }

    @Test
    void anUploadedContentTakesNoFurtherChunk() throws IOException {
        ContentId content = written(bytes(1));
        ports.unitOfWork()
                .run(() -> ports.attachments()
                        .lock(content.attachment())
                        .map(attachment -> attachment.uploaded(content, attachment.type()))
                        .ifPresent(ports.attachments()::save));

        assertThatThrownBy(() -> store().write(content, new ByteArrayInputStream(bytes(1))))
                .is(failure(AttachmentError.UPLOAD_SUPERSEDED));
    }

    /** The lengths of the stored chunks. */
    private static String chunks(ContentId content) {
        return JDBC.sql("""
                        select coalesce(string_agg(cast(length(bytes) as text), ',' order by number), '')
                        from attachment_chunk where attachment_id = :attachment and upload = :upload""")
                .param("attachment", content.attachment().value())
                .param("upload", content.upload())
                .query(String.class)
                .single();
    }
}
