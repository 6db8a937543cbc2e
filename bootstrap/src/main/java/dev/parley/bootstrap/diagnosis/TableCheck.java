package dev.parley.bootstrap.diagnosis;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Are all tables there? */
record TableCheck() implements Check {

    @Override
    public String subject() {
        return "tables";
    }

    @Override
    public List<Finding> examine(Connection connection) throws SQLException {
        Set<String> tables = Schema.of(connection).tables();
        List<String> expected = Schema.expected().tables().stream().sorted().toList();
        List<Finding> missing = expected.stream()
                .filter(table -> !tables.contains(table))
                .map(table -> Finding.mend(
                        subject() + " " + table, "it is missing with its rows: restore the database from a backup"))
                .toList();
        return missing.isEmpty() ? List.of(Finding.ok(subject() + ": all " + expected.size())) : missing;
    }
}
