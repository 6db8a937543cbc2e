package dev.parley.bootstrap.database;

/**
 * The ways to the database.
 *
 * @param runtime how rows are read and written, perhaps through a pooler
 * @param direct the same role without a pooler, for what needs a session of PostgreSQL, such as {@code LISTEN}
 * @param migration the schema's owner, without a pooler; equal to {@code direct} where one role does both
 */
public record DatabaseRoutes(DatabaseAccess runtime, DatabaseAccess direct, DatabaseAccess migration) {

    /** One role, and no pooler. */
    public static DatabaseRoutes single(DatabaseAccess access) {
        return new DatabaseRoutes(access, access, access);
    }

    /** Whether another role than that of the runtime owns the schema. */
    public boolean hasTwoRoles() {
        return !migration.equals(direct);
    }

    /** Whether PostgreSQL has a direct address beside that of a pooler. */
    public boolean isPooled() {
        return !direct.equals(runtime);
    }
}
