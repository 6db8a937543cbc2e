package dev.parley.bootstrap.diagnosis;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Is each part of the tables that are there as the migrations made it? */
record SchemaCheck(String subject, Part.Kind kind) implements Check {

    @Override
    public List<Finding> examine(Connection connection) throws SQLException {
        Schema actual = Schema.of(connection);
        Set<String> tables = actual.tables();
        Map<String, String> definitions =
                actual.parts(kind).stream().collect(Collectors.toMap(Part::qualifiedName, Part::definition));
        List<Part> expected = Schema.expected().parts(kind);
        List<Finding> findings = new ArrayList<>();
        for (Part part : expected) {
            String definition = definitions.get(part.qualifiedName());
            if (tables.contains(part.table()) && !part.definition().equals(definition)) {
                findings.add(Finding.mend(subject + " " + part.qualifiedName(), mend(part, definition)));
            }
        }
        return findings.isEmpty() ? List.of(Finding.ok(subject + ": all " + expected.size())) : findings;
    }

    private static String mend(Part part, @Nullable String definition) {
        return definition == null
                ? "it is missing; " + part.replacement()
                : "it is \"" + definition + "\"; " + part.repair(definition);
    }
}
