package dev.parley.persistence.attachment;

import static dev.parley.persistence.attachment.AttachmentRowMapper.MAPPER;

import dev.parley.domain.attachment.Attachment;
import dev.parley.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.relational.core.mapping.InsertOnlyProperty;
import org.springframework.data.relational.core.mapping.Table;

/**
 * An attachment as it is stored.
 *
 * @param upload null before the first upload begins
 * @param conversationId set by the claim alone
 */
@Table("attachment")
record AttachmentRow(
        @Id String id,
        @InsertOnlyProperty UUID ownerId,
        @InsertOnlyProperty String name,
        String mimeType,
        @InsertOnlyProperty long size,
        String state,
        @Nullable String upload,
        @ReadOnlyProperty @Nullable UUID conversationId,
        @InsertOnlyProperty Instant createdAt) {

    static final String COLUMNS = "id, owner_id, name, mime_type, size, state, upload, conversation_id, created_at";

    /** The attachment in the columns of a row. */
    static Attachment attachment(ResultSet row, int number) throws SQLException {
        return MAPPER.attachment(new AttachmentRow(
                row.getString("id"),
                row.getObject("owner_id", UUID.class),
                row.getString("name"),
                row.getString("mime_type"),
                row.getLong("size"),
                row.getString("state"),
                row.getString("upload"),
                row.getObject("conversation_id", UUID.class),
                Times.column(row, "created_at")));
    }
}
