package dev.parley.bootstrap.database;

import dev.parley.bootstrap.settings.Setting;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Says in a sentence why a database cannot be used. */
public final class DatabaseErrorText {

    private static final int OLDEST_MAJOR_VERSION = 14;
    private static final String ENCODING = "UTF8";

    /** The driver has no password to send. */
    private static final String REJECTED = "08004";

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
        if (state.equals(REJECTED)
                && (access.password() == null || access.password().isEmpty())) {
            return "PostgreSQL at " + access.place() + " asks for a password, and none is set; check " + credentials
                    + ".";
        }
        return switch (state) {
            case "28P01", "28000" ->
                "PostgreSQL at " + access.place() + " refuses this user and password; check " + credentials + ".";
            case "3D000" ->
                "PostgreSQL at " + access.place() + " has no such database; create it or change " + url + ".";
            case "53300" ->
                "PostgreSQL at " + access.place() + " has no connection left; raise its max_connections, or the"
                        + " role's connection limit, or lower " + Setting.POOL_SIZE + ".";
            case "08P01" ->
                access.place() + " refuses the parameters of a connection: " + failure.getMessage()
                        + ". PgBouncer needs ignore_startup_parameters = extra_float_digits.";
            default ->
                "PostgreSQL at " + access.place() + " cannot be reached (SQL state " + state + "); check " + url
                        + " and that the server runs and lets this machine in.";
        };
    }

    /**
     * Why the server's version or the database's encoding does not do.
     *
     * @return empty where both do
     * @throws SQLException if they cannot be read
     */
    public static Optional<String> ofServer(DatabaseAccess access, Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        String encoding = FirstColumn.of(connection, "show server_encoding").getFirst();
        if (version >= OLDEST_MAJOR_VERSION && !encoding.equals(ENCODING)) {
            return Optional.of(
                    "The database at " + access.place() + " is encoded in " + encoding + ", but Parley needs "
                            + ENCODING + "; make another one: create database … encoding 'UTF8' template template0.");
        }
        return version >= OLDEST_MAJOR_VERSION
                ? Optional.empty()
                : Optional.of("PostgreSQL at " + access.place() + " has version " + version + ", but Parley needs "
                        + OLDEST_MAJOR_VERSION + " or newer; upgrade it or change " + Setting.DATABASE_URL + ".");
    }
}
