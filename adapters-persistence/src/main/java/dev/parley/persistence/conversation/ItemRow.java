package dev.parley.persistence.conversation;

import dev.parley.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * An item as it is stored.
 *
 * @param payload JSON, to the byte
 */
record ItemRow(long sequence, String id, String type, String payload, Instant createdAt) {

    static ItemRow of(ResultSet row, int number) throws SQLException {
        return new ItemRow(
                row.getLong("sequence"),
                row.getString("id"),
                row.getString("type"),
                row.getString("payload"),
                Times.column(row, "created_at"));
    }
}
