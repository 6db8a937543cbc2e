package dev.parley.persistence.attachment;

import dev.parley.domain.account.AccountId;
import dev.parley.domain.attachment.Attachment;
import dev.parley.domain.attachment.AttachmentId;
import dev.parley.domain.attachment.AttachmentName;
import dev.parley.domain.attachment.AttachmentPreview;
import dev.parley.domain.attachment.AttachmentState;
import dev.parley.domain.attachment.ContentId;
import dev.parley.domain.attachment.MimeType;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An attachment as it is stored. */
final class AttachmentRow {

    static final String COLUMNS = "id, owner_id, name, mime_type, size, state, upload, conversation_id, created_at";

    private AttachmentRow() {}

    static Attachment attachment(ResultSet row, int number) throws SQLException {
        AttachmentId id = new AttachmentId(row.getString("id"));
        return new Attachment(
                id,
                new AccountId(row.getObject("owner_id", UUID.class)),
                new AttachmentName(row.getString("name")),
                new MimeType(row.getString("mime_type")),
                row.getLong("size"),
                AttachmentState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                content(id, row.getString("upload")),
                conversation(row.getObject("conversation_id", UUID.class)),
                Times.column(row, "created_at"));
    }

    static AttachmentPreview preview(ResultSet row, int number) throws SQLException {
        String type = row.getString("mime_type");
        return new AttachmentPreview(type == null ? null : new AttachmentPreview.Image(type, row.getBytes("bytes")));
    }

    /** The word that a state is stored as. */
    static String word(AttachmentState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable ContentId content(AttachmentId id, @Nullable String upload) {
        return upload == null ? null : new ContentId(id, upload);
    }

    private static @Nullable ConversationId conversation(@Nullable UUID id) {
        return id == null ? null : new ConversationId(id);
    }
}
