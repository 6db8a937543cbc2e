package dev.parley.bootstrap.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bootstrap.diagnosis.Part.Kind;
import dev.parley.persistence.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each line of SQL that the doctor prints of a schema is run, and mends what it names. */
class MendTest {

    private static final Map<String, String> OTHER_TYPES = Map.of(
            "text", "character varying",
            "integer", "bigint",
            "bigint", "numeric",
            "json", "jsonb",
            "timestamp with time zone", "timestamp without time zone");

    private static final TestDatabase DATABASE = TestDatabase.create();

    @SuppressWarnings("NullAway.Init") // set before the first test
    private static Connection connection;

    @BeforeAll
    static void connect() throws SQLException {
        connection = DATABASE.dataSource().getConnection();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void undo() throws SQLException {
        connection.rollback();
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
        DATABASE.close();
    }

    static Stream<Damage> damages() {
        return Stream.of(
                new Damage("has another nullability", Kind.COLUMN, "alter", MendTest::otherNullability),
                new Damage("has another default", Kind.COLUMN, "alter", MendTest::otherDefault),
                new Damage("has another type", Kind.COLUMN, "alter", MendTest::otherType),
                new Damage("is missing", Kind.COLUMN, "add column", part -> column(part, "drop column %s cascade")),
                new Damage("is another", Kind.CONSTRAINT, "alter", MendTest::otherConstraint),
                new Damage("is missing", Kind.CONSTRAINT, "add constraint", MendTest::noConstraint),
                new Damage("is another", Kind.INDEX, "create", MendTest::otherIndex),
                new Damage("is a key over other columns", Kind.INDEX, "create", MendTest::otherKey),
                new Damage("is missing", Kind.INDEX, "create", MendTest::noIndex));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void itsMendMendsIt(Damage damage) throws SQLException {
        int mended = 0;
        for (Part part : Schema.expected().parts(damage.kind())) {
            if (damage.isDoneTo(part)) {
                Finding finding = only(wrong(damage.kind()), part);
                if (!String.valueOf(finding.mend()).contains("restore")) {
                    assertThat(finding.mend()).containsIgnoringCase(damage.mend());
                    run(finding);
                    assertThat(wrong(damage.kind()))
                            .extracting(Finding::subject)
                            .doesNotContain(finding.subject());
                    mended++;
                }
                if (damage.kind() == Kind.INDEX) {
                    mendWhatWentWithIt(part);
                }
            }
            connection.rollback();
        }
        assertThat(mended).isGreaterThan(5);
    }

    @Test
    void whatIsWellIsLeftAlone() throws SQLException {
        assertThat(wrong(Kind.COLUMN)).isEmpty();
        assertThat(wrong(Kind.INDEX)).isEmpty();
        assertThat(wrong(Kind.CONSTRAINT)).isEmpty();
    }

    /** The foreign keys that need an index are found and mended after it. */
    private static void mendWhatWentWithIt(Part part) throws SQLException {
        run(wrong(Kind.CONSTRAINT));
        assertThat(wrong(Kind.CONSTRAINT)).as(part.toString()).isEmpty();
        assertThat(wrong(Kind.INDEX)).as(part.toString()).isEmpty();
    }

    private static Finding only(List<Finding> findings, Part part) {
        return findings.stream()
                .filter(finding -> finding.subject().endsWith(" " + part.qualifiedName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(part + " is not found to be damaged"));
    }

    private static List<Finding> wrong(Kind kind) throws SQLException {
        return new SchemaCheck(kind.word(), kind)
                .examine(connection).stream().filter(finding -> !finding.isOk()).toList();
    }

    private static void run(List<Finding> findings) throws SQLException {
        for (Finding finding : findings) {
            run(finding);
        }
    }

    private static void run(Finding finding) throws SQLException {
        execute(String.valueOf(finding.mend()).replaceFirst("^.*?run: ", ""));
    }

    private static void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String table(Part part, String change) {
        return "alter table " + part.table() + " " + change;
    }

    private static String column(Part part, String change) {
        return table(part, change.formatted(part.name()));
    }

    private static String otherNullability(Part part) {
        return column(
                part, part.definition().contains(" not null") ? "alter %s drop not null" : "alter %s set not null");
    }

    private static String otherDefault(Part part) {
        return part.definition().contains(" default ") ? column(part, "alter %s drop default") : "";
    }

    private static String otherType(Part part) {
        String type = ColumnDefinition.parse(part.definition()).type();
        return OTHER_TYPES.containsKey(type) ? column(part, "alter %s type " + OTHER_TYPES.get(type)) : "";
    }

    private static String otherConstraint(Part part) {
        return noConstraint(part) + ", add constraint " + part.name() + " check (true)";
    }

    private static String noConstraint(Part part) {
        return column(part, "drop constraint %s");
    }

    private static String noIndex(Part part) {
        return column(part, "drop constraint if exists %s cascade;") + " drop index if exists " + part.name()
                + " cascade";
    }

    private static String otherIndex(Part part) {
        return noIndex(part) + "; create index " + part.name() + " on " + part.table() + " ((1))";
    }

    private static String otherKey(Part part) {
        return part.definition().contains("UNIQUE")
                ? noIndex(part) + ";"
                        + column(
                                part,
                                "add column other integer; alter table " + part.table()
                                        + " add constraint %s unique (other)")
                : "";
    }

    /**
     * What is done to a part; empty where it cannot be.
     *
     * @param mend what its mend has in it
     */
    record Damage(String name, Kind kind, String mend, Function<Part, String> statement) {

        boolean isDoneTo(Part part) throws SQLException {
            String sql = statement.apply(part);
            if (sql.isEmpty()) {
                return false;
            }
            try {
                execute(sql);
                return true;
            } catch (SQLException e) {
                // A key's columns cannot be null, and PostgreSQL knows what depends on a type.
                connection.rollback();
                return false;
            }
        }

        @Override
        public String toString() {
            return kind.word() + " " + name;
        }
    }
}
