package dev.parley.persistence.run;

import dev.parley.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

@Table("run")
record RunRow(
        @Id UUID id,
        UUID conversationId,
        String status,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String errorCode) {

    /** A run that has not ended. */
    static RunRow running(ResultSet row, int number) throws SQLException {
        return new RunRow(
                row.getObject("id", UUID.class),
                row.getObject("conversation_id", UUID.class),
                row.getString("status"),
                Times.column(row, "started_at"),
                null,
                null);
    }
}
