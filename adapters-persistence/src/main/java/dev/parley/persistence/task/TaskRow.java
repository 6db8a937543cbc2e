package dev.parley.persistence.task;

import static dev.parley.persistence.task.TaskRowMapper.MAPPER;

import dev.parley.domain.task.Task;
import dev.parley.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A task as it is read; the keys that it is searched by are only written. */
record TaskRow(
        UUID id,
        UUID ownerId,
        String title,
        String description,
        String priority,
        List<String> tags,
        boolean completed,
        Instant createdAt,
        Instant updatedAt) {

    static final String COLUMNS = "id, owner_id, title, description, priority, tags, completed, created_at, updated_at";

    /** The task in the columns of a row. */
    static Task task(ResultSet row, int number) throws SQLException {
        return MAPPER.task(new TaskRow(
                row.getObject("id", UUID.class),
                row.getObject("owner_id", UUID.class),
                row.getString("title"),
                row.getString("description"),
                row.getString("priority"),
                List.of((String[]) row.getArray("tags").getArray()),
                row.getBoolean("completed"),
                Times.column(row, "created_at"),
                Times.column(row, "updated_at")));
    }
}
