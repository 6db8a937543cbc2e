package dev.parley.bootstrap.diagnosis;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What PostgreSQL's catalog says of the current schema, by names as in {@link Part}. */
final class Catalog {

    private Catalog() {}

    static Set<String> tables(Connection connection) throws SQLException {
        return Set.copyOf(Query.rows(
                connection,
                "select relname from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace",
                row -> row.getString(1)));
    }

    static Map<String, String> columns(Connection connection) throws SQLException {
        return definitions(connection, """
                select c.relname || '.' || a.attname,
                       format_type(a.atttypid, a.atttypmod)
                           || case when a.attnotnull then ' not null' else ' null' end
                           || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
                from pg_attribute a
                join pg_class c on c.oid = a.attrelid and c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
                left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                where a.attnum > 0 and not a.attisdropped and c.relname <> 'flyway_schema_history'""");
    }

    /** Foreign keys and checks; keys are among the indexes. */
    static Map<String, String> constraints(Connection connection) throws SQLException {
        return definitions(connection, """
                select c.relname || '.' || k.conname, pg_get_constraintdef(k.oid)
                from pg_constraint k
                join pg_class c on c.oid = k.conrelid
                where k.connamespace = current_schema()::regnamespace and k.contype in ('f', 'c')""");
    }

    static Map<String, String> indexes(Connection connection) throws SQLException {
        return definitions(connection, """
                select c.relname, replace(pg_get_indexdef(i.indexrelid), ' ON ' || quote_ident(current_schema()) || '.', ' ON ')
                from pg_index i
                join pg_class c on c.oid = i.indexrelid
                join pg_class t on t.oid = i.indrelid
                where c.relnamespace = current_schema()::regnamespace and i.indisvalid
                  and t.relname <> 'flyway_schema_history'""");
    }

    private static Map<String, String> definitions(Connection connection, String sql) throws SQLException {
        List<Map.Entry<String, String>> rows =
                Query.rows(connection, sql, row -> Map.entry(row.getString(1), row.getString(2)));
        Map<String, String> definitions = new TreeMap<>();
        rows.forEach(row -> definitions.put(row.getKey(), row.getValue()));
        return definitions;
    }
}
