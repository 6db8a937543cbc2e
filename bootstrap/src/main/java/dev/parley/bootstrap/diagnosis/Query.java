package dev.parley.bootstrap.diagnosis;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads what checks ask for. */
final class Query {

    private Query() {}

    static boolean is(Connection connection, String sql) throws SQLException {
        return rows(connection, sql, row -> row.getBoolean(1)).getFirst();
    }

    static <T> List<T> rows(Connection connection, String sql, Reader<T> reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<T> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(reader.read(row));
            }
            return rows;
        }
    }

    /** Reads the row that a result set is on. */
    interface Reader<T> {

        T read(ResultSet row) throws SQLException;
    }
}
