package dev.parley.persistence.task;

import dev.parley.domain.account.Account;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.account.AccountRepository;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.Page;
import dev.parley.domain.shared.PageRequest;
import dev.parley.domain.shared.Text;
import dev.parley.domain.task.TagCount;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskContent;
import dev.parley.domain.task.TaskError;
import dev.parley.domain.task.TaskFilter;
import dev.parley.domain.task.TaskId;
import dev.parley.domain.task.TaskOrder;
import dev.parley.domain.task.TaskRepository;
import dev.parley.persistence.shared.ExpiredRows;
import dev.parley.persistence.shared.SqlSteps;
import dev.parley.persistence.shared.Times;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Tasks in PostgreSQL. */
@Component
final class JdbcTaskRepository implements TaskRepository {

    private static final ExpiredRows DELETED =
            new ExpiredRows("deleted.forget", "deleted_task", "owner_id, id", "deleted_at");

    private final SqlSteps statements;
    private final AccountRepository accounts;
    private final TaskList taskList;

    JdbcTaskRepository(SqlSteps statements, AccountRepository accounts) {
        this.statements = statements;
        this.accounts = accounts;
        this.taskList = new TaskList(statements);
    }

    @Override
    public void add(Task task, int maximumPerOwner) {
        if (insert(task, maximumPerOwner)) {
            return;
        }
        accounts.addIfAbsent(new Account(task.owner(), null, task.createdAt()));
        if (!insert(task, maximumPerOwner)) {
            throw new Failure(TaskError.TASK_LIMIT, maximumPerOwner);
        }
    }

    @Override
    public Optional<Task> find(AccountId owner, TaskId id) {
        return one("task.read", "", owner, id);
    }

    @Override
    public List<Task> find(AccountId owner, List<TaskId> ids) {
        return statements.step(
                "task.read",
                jdbc -> jdbc.sql("select " + TaskRow.COLUMNS + " from task where id = any (:ids) and owner_id = :owner")
                        .param("ids", TaskList.uuids(ids))
                        .param("owner", owner.value())
                        .query(TaskRow::task)
                        .list());
    }

    @Override
    public Optional<Task> lock(AccountId owner, TaskId id) {
        return one("task.lock", " for no key update", owner, id);
    }

    @Override
    public void save(Task task) {
        statements.step("task.update", jdbc -> withContent(jdbc.sql("""
                                update task
                                set title = :title, title_key = :titleKey,
                                    description = :description, description_key = :descriptionKey,
                                    priority = :priority, tags = :tags, tag_keys = :tagKeys,
                                    completed = :completed, updated_at = :updated
                                where id = :id"""), task).update());
    }

    @Override
    public Page<Task> list(AccountId owner, TaskFilter filter, TaskOrder order, PageRequest<TaskId> request) {
        return taskList.page(owner, filter, order, request);
    }

    @Override
    public int countOthers(AccountId owner, TaskFilter filter, List<TaskId> besides) {
        return taskList.count(owner, filter, besides);
    }

    @Override
    public List<TagCount> tags(AccountId owner) {
        return statements.step(
                "task.tags",
                jdbc -> jdbc.sql("""
                        select min(tag collate "C") as tag, count(*) as count
                        from task, unnest(tags, tag_keys) as spelling (tag, key)
                        where owner_id = :owner
                        group by key order by count desc, tag""")
                        .param("owner", owner.value())
                        .query((row, number) -> new TagCount(row.getString("tag"), row.getInt("count")))
                        .list());
    }

    @Override
    public void delete(Task task) {
        statements.step(
                "task.delete",
                jdbc -> jdbc.sql("""
                        with deleted as (delete from task where id = :id returning *),
                        kept as (
                            insert into deleted_task (owner_id, id, created_at, updated_at, title_key, priority)
                            select owner_id, id, created_at, updated_at, title_key, priority from deleted
                            on conflict (owner_id, id) do nothing)
                        update account set task_count = task_count - 1
                        where id in (select owner_id from deleted)""").param("id", task.id().value()).update());
    }

    @Override
    public int forgetDeleted(Duration age, int maximum) {
        return DELETED.remove(statements, age, maximum);
    }

    private Optional<Task> one(String step, String lock, AccountId owner, TaskId id) {
        return statements.step(
                step,
                jdbc -> jdbc.sql("select " + TaskRow.COLUMNS + " from task where id = :id and owner_id = :owner" + lock)
                        .param("id", id.value())
                        .param("owner", owner.value())
                        .query(TaskRow::task)
                        .optional());
    }

    /** The update of the counter locks the owner's row, so that it and the insert are one decision. */
    private boolean insert(Task task, int maximum) {
        return statements.step(
                        "task.insert",
                        jdbc -> withContent(jdbc.sql("""
                                with slot as (
                                    update account set task_count = task_count + 1
                                    where id = :owner and task_count < :maximum
                                    returning id)
                                insert into task
                                    (id, owner_id, title, title_key, description, description_key, priority,
                                     tags, tag_keys, completed, created_at, updated_at)
                                select :id, id, :title, :titleKey, :description, :descriptionKey, :priority,
                                       :tags, :tagKeys, :completed, :created, :updated
                                from slot"""), task)
                                .param("owner", task.owner().value())
                                .param("maximum", maximum)
                                .param("created", Times.parameter(task.createdAt()))
                                .update())
                == 1;
    }

    private static StatementSpec withContent(StatementSpec statement, Task task) {
        TaskContent content = task.content();
        List<String> tags = content.tags().values();
        return statement
                .param("id", task.id().value())
                .param("title", content.title().value())
                .param("titleKey", Text.withoutCase(content.title().value()))
                .param("description", content.description().value())
                .param("descriptionKey", Text.withoutCase(content.description().value()))
                .param("priority", content.priority().word())
                .param("tags", texts(tags))
                .param("tagKeys", texts(tags.stream().map(Text::withoutCase).toList()))
                .param("completed", task.completed())
                .param("updated", Times.parameter(task.updatedAt()));
    }

    private static SqlArrayValue texts(List<String> values) {
        return new SqlArrayValue("text", values.toArray());
    }
}
