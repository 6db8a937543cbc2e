package dev.parley.persistence.conversation;

import dev.parley.persistence.shared.Times;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.InsertOnlyProperty;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A conversation as it is stored.
 *
 * @param placeholderTitle the title that a message with words replaces; null for {@code New Chat}, empty for none
 * @param lastWaiting null in events, which tell nobody what waits
 * @param status {@code active}, {@code locked} or {@code closed}
 */
@Table("conversation")
record ConversationRow(
        @Id UUID id,
        @InsertOnlyProperty UUID ownerId,
        String title,
        @Nullable String placeholderTitle,
        String status,
        @Nullable String statusReason,
        @Nullable List<String> imageDomains,
        int messageCount,
        long lastSequence,
        @Nullable Long lastWaiting,
        @InsertOnlyProperty Instant createdAt,
        Instant updatedAt) {

    static final String COLUMNS =
            "id, owner_id, title, placeholder_title, status, status_reason, image_domains, message_count,"
                    + " last_sequence, last_waiting, created_at, updated_at";

    static ConversationRow of(ResultSet row, int number) throws SQLException {
        return new ConversationRow(
                row.getObject("id", UUID.class),
                row.getObject("owner_id", UUID.class),
                row.getString("title"),
                row.getString("placeholder_title"),
                row.getString("status"),
                row.getString("status_reason"),
                texts(row.getArray("image_domains")),
                row.getInt("message_count"),
                row.getLong("last_sequence"),
                row.getLong("last_waiting"),
                Times.column(row, "created_at"),
                Times.column(row, "updated_at"));
    }

    /** As it stands in events. */
    ConversationRow inEvent() {
        return new ConversationRow(
                id,
                ownerId,
                title,
                placeholderTitle,
                status,
                statusReason,
                imageDomains,
                messageCount,
                lastSequence,
                null,
                createdAt,
                updatedAt);
    }

    private static @Nullable List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? null : List.of((String[]) array.getArray());
    }
}
