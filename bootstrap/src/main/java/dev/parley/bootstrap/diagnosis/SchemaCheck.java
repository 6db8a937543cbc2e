package dev.parley.bootstrap.diagnosis;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Is each part of the tables that are there as the migrations made it? */
record SchemaCheck(String subject, List<Part> expected, Source source) implements Check {

    @Override
    public List<Finding> examine(Connection connection) throws SQLException {
        Map<String, String> actual = source.definitions(connection);
        Set<String> tables = Catalog.tables(connection);
        List<Finding> findings = new ArrayList<>();
        for (Part part : expected) {
            String definition = actual.get(part.name());
            if (tables.contains(part.table()) && !part.definition().equals(definition)) {
                findings.add(Finding.mend(subject + " " + part.name(), mend(part, definition)));
            }
        }
        return findings.isEmpty() ? List.of(Finding.ok(subject + ": all " + expected.size())) : findings;
    }

    private static String mend(Part part, @Nullable String definition) {
        return definition == null
                ? "it is missing; " + part.replacement()
                : "it is \"" + definition + "\"; " + part.repair();
    }

    /** Reads the definitions of a kind of parts by their names. */
    interface Source {

        Map<String, String> definitions(Connection connection) throws SQLException;
    }
}
