package dev.parley.bootstrap.database;

import dev.parley.bootstrap.settings.Setting;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Says in a sentence why a database cannot be used. */
public final class DatabaseErrorText {

    private static final int OLDEST_MAJOR_VERSION = 14;

    private DatabaseErrorText() {}

    /** Why there is no connection as the runtime role, and what to do about it. */
    public static String of(DatabaseAccess access, SQLException failure) {
        return of(
                access, failure, Setting.DATABASE_URL, Setting.DATABASE_USERNAME + " and " + Setting.DATABASE_PASSWORD);
    }

    /** Why there is no direct connection, where another address is set for it. */
    static String ofDirect(DatabaseAccess access, SQLException failure) {
        return of(
                access,
                failure,
                Setting.DATABASE_DIRECT_URL,
                Setting.DATABASE_USERNAME + " and " + Setting.DATABASE_PASSWORD);
    }

    /** Why there is no connection as the schema's owner. */
    static String ofMigration(DatabaseAccess access, SQLException failure) {
        return of(
                access,
                failure,
                Setting.DATABASE_URL,
                Setting.MIGRATION_USERNAME + " and " + Setting.MIGRATION_PASSWORD);
    }

    private static String of(DatabaseAccess access, SQLException failure, Setting url, String credentials) {
        String state = String.valueOf(failure.getSQLState());
        return switch (state) {
            case "28P01", "28000" ->
                "PostgreSQL at " + access.place() + " refuses this user and password; check " + credentials + ".";
            case "3D000" ->
                "PostgreSQL at " + access.place() + " has no such database; create it or change " + url + ".";
            case "53300" ->
                "PostgreSQL at " + access.place() + " has no connection left; raise its max_connections or lower "
                        + Setting.POOL_SIZE + ".";
            case "08P01" ->
                access.place() + " refuses the parameters of a connection: " + failure.getMessage()
                        + ". PgBouncer needs ignore_startup_parameters = extra_float_digits.";
            default ->
                "PostgreSQL at " + access.place() + " cannot be reached (SQL state " + state + "); check " + url
                        + " and that the server runs and lets this machine in.";
        };
    }

    /**
     * Why the server's version does not do.
     *
     * @return empty where it does
     * @throws SQLException if the server does not tell it
     */
    public static Optional<String> ofVersion(DatabaseAccess access, Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        return version >= OLDEST_MAJOR_VERSION
                ? Optional.empty()
                : Optional.of("PostgreSQL at " + access.place() + " has version " + version + ", but Parley needs "
                        + OLDEST_MAJOR_VERSION + " or newer; upgrade it or change " + Setting.DATABASE_URL + ".");
    }
}
