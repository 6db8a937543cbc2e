package dev.parley.persistence.task;

import dev.parley.domain.account.AccountId;
import dev.parley.domain.shared.Page;
import dev.parley.domain.shared.PageRequest;
import dev.parley.domain.shared.Text;
import dev.parley.domain.task.Direction;
import dev.parley.domain.task.Priority;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskFilter;
import dev.parley.domain.task.TaskId;
import dev.parley.domain.task.TaskOrder;
import dev.parley.persistence.shared.SqlSteps;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SqlArrayValue;

/** The pages of an owner's list: one statement for a page that is the whole list, and one more to count a longer one. */
final class TaskList {

    /** What is searched for is a parameter of position, to which no character is special. */
    private static final String MATCHING = """
            from task
            where owner_id = :owner
                and (:status = 'ALL' or completed = (:status = 'COMPLETED'))
                and (cast(:priority as text) is null or priority = :priority)
                and (cast(:tag as text) is null or :tag = any (tag_keys))
                and (cast(:search as text) is null
                     or position(:search in title_key) > 0 or position(:search in description_key) > 0)
            """;

    private final SqlSteps statements;

    TaskList(SqlSteps statements) {
        this.statements = statements;
    }

    Page<Task> page(AccountId owner, TaskFilter filter, TaskOrder order, PageRequest<TaskId> request) {
        TaskId after = request.after();
        Page<Task> page = request.page(tasks(owner, filter, order, request.limit() + 1, after));
        boolean isWhole = after == null && !page.hasMore();
        return new Page<>(
                page.entries(), isWhole ? page.entries().size() : count(owner, filter, List.of()), page.hasMore());
    }

    private List<Task> tasks(AccountId owner, TaskFilter filter, TaskOrder order, int limit, @Nullable TaskId after) {
        return statements.step("task.list", jdbc -> {
            StatementSpec statement = filtered(jdbc.sql(statement(order, after != null)), owner, filter)
                    .param("limit", limit);
            return (after == null ? statement : statement.param("after", after.value()))
                    .query(TaskRow::task)
                    .list();
        });
    }

    /** How many tasks the filter lets through, some tasks aside. */
    int count(AccountId owner, TaskFilter filter, List<TaskId> besides) {
        return statements.step(
                "task.list",
                jdbc -> filtered(jdbc.sql("select count(*) " + MATCHING + "and id <> all (:besides)"), owner, filter)
                        .param("besides", uuids(besides))
                        .query(Integer.class)
                        .single());
    }

    static SqlArrayValue uuids(List<TaskId> ids) {
        return new SqlArrayValue("uuid", ids.stream().map(TaskId::value).toArray());
    }

    static String statement(TaskOrder order, boolean isLater) {
        boolean isAscending = order.direction() == Direction.ASC;
        String column = key(order);
        String behind = "and (%s, id) %s (%s, :after)\n".formatted(column, isAscending ? ">" : "<", place(column));
        return "select " + TaskRow.COLUMNS + " " + MATCHING
                + (isLater ? behind : "")
                + "order by %1$s %2$s, id %2$s limit :limit".formatted(column, isAscending ? "asc" : "desc");
    }

    /** By what tasks are sorted. */
    private static String key(TaskOrder order) {
        return switch (order.sort()) {
            case CREATED -> "created_at";
            case UPDATED -> "updated_at";
            case TITLE -> "title_key";
            case PRIORITY -> "array_position(array['low', 'medium', 'high'], priority)";
        };
    }

    /** Where a task stands or, if it has been deleted, stood in its owner's list; null where it never did. */
    private static String place(String key) {
        return """
                coalesce(
                    (select %1$s from task where owner_id = :owner and id = :after),
                    (select %1$s from deleted_task where owner_id = :owner and id = :after))""".formatted(key);
    }

    private static StatementSpec filtered(StatementSpec statement, AccountId owner, TaskFilter filter) {
        Priority priority = filter.priority();
        return statement
                .param("owner", owner.value())
                .param("status", filter.status().name())
                .param("priority", priority == null ? null : priority.word(), Types.VARCHAR)
                .param("tag", withoutCase(filter.tag()), Types.VARCHAR)
                .param("search", withoutCase(filter.search()), Types.VARCHAR);
    }

    private static @Nullable String withoutCase(@Nullable String text) {
        return text == null ? null : Text.withoutCase(text);
    }
}
