package dev.parley.persistence.conversation;

import dev.parley.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

@Table("conversation")
record ConversationRow(
        @Id UUID id,
        UUID ownerId,
        String title,
        int messageCount,
        long lastSequence,
        Instant createdAt,
        Instant updatedAt) {

    static final String COLUMNS = "id, owner_id, title, message_count, last_sequence, created_at, updated_at";

    static ConversationRow of(ResultSet row, int number) throws SQLException {
        return new ConversationRow(
                row.getObject("id", UUID.class),
                row.getObject("owner_id", UUID.class),
                row.getString("title"),
                row.getInt("message_count"),
                row.getLong("last_sequence"),
                Times.column(row, "created_at"),
                Times.column(row, "updated_at"));
    }
}
