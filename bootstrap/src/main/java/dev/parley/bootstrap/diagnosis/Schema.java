package dev.parley.bootstrap.diagnosis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The parts of all tables of a schema but Flyway's, sorted by their lines. */
record Schema(List<Part> parts) {

    private static final String RESOURCE = "schema.txt";

    /** Foreign keys and checks are the constraints, since keys are among the indexes. */
    private static final String PARTS = """
            with tables as (
                select oid, relname as name from pg_class
                where relkind = 'r' and relnamespace = current_schema()::regnamespace and relname <> 'flyway_schema_history')
            select t.name, 'column', a.attname,
                   format_type(a.atttypid, a.atttypmod)
                       || case when a.attnotnull then ' not null' else ' null' end
                       || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
            from tables t
            join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
            left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            union all
            select t.name, 'constraint', k.conname, pg_get_constraintdef(k.oid)
            from tables t join pg_constraint k on k.conrelid = t.oid and k.contype in ('f', 'c')
            union all
            select t.name, 'index', c.relname,
                   replace(pg_get_indexdef(c.oid), ' ON ' || quote_ident(current_schema()) || '.', ' ON ')
            from tables t
            join pg_index i on i.indrelid = t.oid and i.indisvalid
            join pg_class c on c.oid = i.indexrelid""";

    Schema {
        parts = parts.stream().sorted(Comparator.comparing(Part::toString)).toList();
    }

    /** What the migrations make, as the build has read it from a migrated database. */
    static Schema expected() {
        try (InputStream lines = Objects.requireNonNull(Schema.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new Schema(new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Part::parse)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a database has in its current schema. */
    static Schema of(Connection connection) throws SQLException {
        return new Schema(Query.rows(
                connection,
                PARTS,
                row -> new Part(row.getString(1), Part.Kind.of(row.getString(2)), row.getString(3), row.getString(4))));
    }

    Set<String> tables() {
        return parts.stream().map(Part::table).collect(Collectors.toUnmodifiableSet());
    }

    List<Part> parts(Part.Kind kind) {
        return parts.stream().filter(part -> part.kind() == kind).toList();
    }
}
