package dev.parley.persistence.attachment;

import dev.parley.domain.attachment.AttachmentChunkRepository;
import dev.parley.domain.attachment.AttachmentError;
import dev.parley.domain.attachment.ContentId;
import dev.parley.domain.shared.Failure;
import dev.parley.persistence.shared.SqlSteps;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Contents of attachments in PostgreSQL. */
@Component
final class JdbcAttachmentChunkRepository implements AttachmentChunkRepository {

    private final SqlSteps statements;

    JdbcAttachmentChunkRepository(SqlSteps statements) {
        this.statements = statements;
    }

    /** The lock makes this and whatever changes the attachment wait for each other. */
    @Override
    public void append(ContentId id, int number, byte[] bytes) {
        int added = statements.step(
                "attachment.write",
                jdbc -> jdbc.sql("""
                        insert into attachment_chunk (attachment_id, upload, number, bytes)
                        select id, upload, :number, :bytes from attachment
                        where id = :attachment and upload = :upload and state = 'pending'
                        for share""")
                        .param("attachment", id.attachment().value())
                        .param("upload", id.upload())
                        .param("number", number)
                        .param("bytes", bytes)
                        .update());
        if (added == 0) {
            throw new Failure(AttachmentError.UPLOAD_SUPERSEDED);
        }
    }

    @Override
    public Optional<byte[]> find(ContentId id, int number) {
        return statements.step(
                "attachment.read",
                jdbc -> jdbc.sql("""
                        select bytes from attachment_chunk
                        where attachment_id = :attachment and upload = :upload and number = :number""")
                        .param("attachment", id.attachment().value())
                        .param("upload", id.upload())
                        .param("number", number)
                        .query((row, index) -> row.getBytes("bytes"))
                        .optional());
    }

    @Override
    public void delete(ContentId id) {
        statements.step(
                "attachment.delete",
                jdbc -> jdbc.sql("delete from attachment_chunk where attachment_id = :attachment and upload = :upload")
                        .param("attachment", id.attachment().value())
                        .param("upload", id.upload())
                        .update());
    }
}
