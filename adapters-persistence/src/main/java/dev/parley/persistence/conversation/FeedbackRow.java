package dev.parley.persistence.conversation;

import static dev.parley.persistence.conversation.FeedbackRowMapper.MAPPER;

import dev.parley.domain.feedback.Feedback;
import dev.parley.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

record FeedbackRow(UUID conversationId, String itemId, UUID accountId, String rating, Instant at) {

    /** The feedback in the columns of a row. */
    static Feedback feedback(ResultSet row, int number) throws SQLException {
        return MAPPER.feedback(new FeedbackRow(
                row.getObject("conversation_id", UUID.class),
                row.getString("item_id"),
                row.getObject("account_id", UUID.class),
                row.getString("rating"),
                Times.column(row, "at")));
    }
}
