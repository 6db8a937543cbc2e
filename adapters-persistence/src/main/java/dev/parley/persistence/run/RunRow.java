package dev.parley.persistence.run;

import static dev.parley.persistence.run.RunRowMapper.MAPPER;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunId;
import dev.parley.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record RunRow(
        UUID id,
        UUID conversationId,
        String status,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String errorCode,
        @Nullable String turnEnd) {

    static final String COLUMNS =
            "run.id, run.conversation_id, run.status, run.created_at, run.started_at, run.finished_at, run.error_code,"
                    + " run.turn_end";

    /** The run in the columns of a row. */
    static Run run(ResultSet row, int number) throws SQLException {
        return MAPPER.run(of(row));
    }

    /** The id in the column of a row. */
    static RunId runId(ResultSet row, int number) throws SQLException {
        return new RunId(row.getObject("id", UUID.class));
    }

    /** The conversation in the column of a row. */
    static ConversationId inConversation(ResultSet row, int number) throws SQLException {
        return new ConversationId(row.getObject("conversation_id", UUID.class));
    }

    private static RunRow of(ResultSet row) throws SQLException {
        return new RunRow(
                row.getObject("id", UUID.class),
                row.getObject("conversation_id", UUID.class),
                row.getString("status"),
                Times.column(row, "created_at"),
                Times.columnOrNull(row, "started_at"),
                Times.columnOrNull(row, "finished_at"),
                row.getString("error_code"),
                row.getString("turn_end"));
    }
}
