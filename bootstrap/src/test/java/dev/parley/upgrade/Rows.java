package dev.parley.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All rows of all tables, by the columns that there were at a time, as PostgreSQL writes them: JSON to the byte, times to the
 * microsecond.
 *
 * @param columns by table
 * @param rows by table, sorted
 */
record Rows(Map<String, List<String>> columns, Map<String, List<String>> rows) {

    private static final String HISTORY = "flyway_schema_history";

    /** What there is now. */
    static Rows of(JdbcClient jdbc) {
        Map<String, List<String>> columns = new TreeMap<>();
        jdbc.sql("""
                        select table_name, column_name from information_schema.columns
                        where table_schema = current_schema() order by table_name, ordinal_position""")
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .forEach(column -> columns.computeIfAbsent(column.getKey(), table -> new ArrayList<>())
                        .add(column.getValue()));
        return of(jdbc, columns);
    }

    /** What has become of these rows: the same columns, read now. */
    Rows now(JdbcClient jdbc) {
        return of(jdbc, columns);
    }

    /** Asserts that these rows are still there, and no others in their tables. */
    void assertKept(Rows later) {
        assertThat(later.rows.keySet()).isEqualTo(rows.keySet());
        rows.forEach((table, kept) -> {
            List<String> found = later.rows.getOrDefault(table, List.of());
            if (table.equals(HISTORY)) {
                assertThat(found).as(table).containsAll(kept);
            } else {
                assertThat(found).as(table).isEqualTo(kept);
            }
        });
    }

    /** Asserts that what these rows of some tables say is still there, among others. */
    void assertContainedIn(Rows later, String... tables) {
        for (String table : tables) {
            assertThat(later.rows.getOrDefault(table, List.of()))
                    .as(table)
                    .containsAll(rows.getOrDefault(table, List.of()));
        }
    }

    /** Without what is told of some tables. */
    Rows without(String... tables) {
        Map<String, List<String>> left = new TreeMap<>(columns);
        Map<String, List<String>> leftRows = new TreeMap<>(rows);
        for (String table : tables) {
            left.remove(table);
            leftRows.remove(table);
        }
        return new Rows(left, leftRows);
    }

    /** How many rows a table has. */
    int count(String table) {
        return rows.getOrDefault(table, List.of()).size();
    }

    private static Rows of(JdbcClient jdbc, Map<String, List<String>> columns) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        columns.forEach((table, names) -> rows.put(table, rows(jdbc, table, names)));
        return new Rows(columns, rows);
    }

    private static List<String> rows(JdbcClient jdbc, String table, List<String> names) {
        String values = names.stream().map(name -> "\"" + name + "\"::text").collect(Collectors.joining(", "));
        return jdbc.sql("select array[%s]::text as one from \"%s\" order by one".formatted(values, table))
                .query((row, number) -> row.getString(1))
                .list();
    }
}
