package dev.parley.persistence.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Instants as the PostgreSQL driver takes and gives them, whatever zones server and JVM are in. */
public final class Times {

    private Times() {}

    /** The instant as a parameter. */
    public static OffsetDateTime parameter(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /**
     * The instant in a column that is not null.
     *
     * @throws SQLException if there is no such column
     */
    public static Instant column(ResultSet row, String name) throws SQLException {
        return row.getObject(name, OffsetDateTime.class).toInstant();
    }
}
