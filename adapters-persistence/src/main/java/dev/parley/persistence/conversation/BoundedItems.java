package dev.parley.persistence.conversation;

import dev.parley.domain.history.ItemBatch;
import dev.parley.domain.shared.PageLimit;
import dev.parley.persistence.shared.SqlSteps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Reads items of a thread up to a number of them and of their bytes: what is beyond never leaves PostgreSQL. */
final class BoundedItems {

    private final SqlSteps statements;

    BoundedItems(SqlSteps statements) {
        this.statements = statements;
    }

    /**
     * The statement that reads what a condition picks, along the key of items.
     *
     * @param condition on the items of a thread, with {@code and} before it; empty for none
     */
    static String sql(String condition, boolean ascending) {
        String order = "order by sequence " + (ascending ? "asc" : "desc");
        return """
                select sequence, id, type, payload, created_at, total, found
                from (
                    select found.*,
                        row_number() over (%2$s) as place,
                        sum(octet_length(payload::text)) over (%2$s) as total,
                        count(*) over () as found
                    from (
                        select sequence, id, type, payload, created_at from item
                        where conversation_id = :id %1$s %2$s limit :entries + 1) as found) as counted
                where place <= :entries and (place = 1 or total <= :bytes)
                %2$s""".formatted(condition, order);
    }

    ItemBatch read(String step, String sql, PageLimit limit, UnaryOperator<StatementSpec> parameters) {
        List<Counted> found = statements.step(
                step,
                jdbc -> parameters
                        .apply(jdbc.sql(sql))
                        .param("entries", (long) limit.entries())
                        .param("bytes", limit.bytes())
                        .query(Counted::of)
                        .list());
        if (found.isEmpty()) {
            return new ItemBatch(List.of(), 0, false);
        }
        Counted last = found.getLast();
        return new ItemBatch(
                found.stream().map(each -> ItemJson.item(each.row())).toList(),
                last.total(),
                last.found() > found.size());
    }

    /**
     * An item and those before it.
     *
     * @param total the bytes of them together
     * @param found how many were found, and one more than may be read at most
     */
    private record Counted(ItemRow row, long total, long found) {

        static Counted of(ResultSet row, int number) throws SQLException {
            return new Counted(ItemRow.of(row, number), row.getLong("total"), row.getLong("found"));
        }
    }
}
