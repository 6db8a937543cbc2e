package dev.parley.persistence.task;

import dev.parley.domain.account.AccountId;
import dev.parley.domain.task.Priority;
import dev.parley.domain.task.Tags;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskContent;
import dev.parley.domain.task.TaskDescription;
import dev.parley.domain.task.TaskId;
import dev.parley.domain.task.TaskTitle;
import dev.parley.persistence.shared.Times;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** A task as it is stored. */
final class TaskRow {

    static final String COLUMNS = "id, owner_id, title, description, priority, tags, completed, created_at, updated_at";

    private TaskRow() {}

    static Task task(ResultSet row, int number) throws SQLException {
        TaskContent content = new TaskContent(
                new TaskTitle(row.getString("title")),
                new TaskDescription(row.getString("description")),
                Priority.of(row.getString("priority")),
                new Tags(texts(row.getArray("tags"))));
        return new Task(
                new TaskId(row.getObject("id", UUID.class)),
                new AccountId(row.getObject("owner_id", UUID.class)),
                content,
                row.getBoolean("completed"),
                Times.column(row, "created_at"),
                Times.column(row, "updated_at"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
