package dev.parley.persistence.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Instants as the PostgreSQL driver takes and gives them, whatever zones server and JVM are in. */
public final class Times {

    private Times() {}

    /** The instant as a parameter. */
    public static OffsetDateTime parameter(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** The instant, or none, as a parameter. */
    public static @Nullable OffsetDateTime parameterOrNull(@Nullable Instant instant) {
        return instant == null ? null : parameter(instant);
    }

    /**
     * The instant in a column that is not null.
     *
     * @throws SQLException if there is no such column
     */
    public static Instant column(ResultSet row, String name) throws SQLException {
        return row.getObject(name, OffsetDateTime.class).toInstant();
    }

    /**
     * The instant in a column, or none.
     *
     * @throws SQLException if there is no such column
     */
    public static @Nullable Instant columnOrNull(ResultSet row, String name) throws SQLException {
        OffsetDateTime time = row.getObject(name, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
