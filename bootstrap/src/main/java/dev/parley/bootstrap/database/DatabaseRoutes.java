package dev.parley.bootstrap.database;

/**
 * The ways to the database.
 *
 * @param runtime how rows are read and written, perhaps through a pooler
 * @param direct the same role without a pooler, for what needs a session of PostgreSQL, such as {@code LISTEN}
 */
public record DatabaseRoutes(DatabaseAccess runtime, DatabaseAccess direct) {

    /** The one way to a database without a pooler. */
    public static DatabaseRoutes single(DatabaseAccess access) {
        return new DatabaseRoutes(access, access);
    }

    /** Whether PostgreSQL has a direct address beside that of a pooler. */
    public boolean isPooled() {
        return !direct.equals(runtime);
    }
}
