package dev.parley.bootstrap.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;

/** What tests do to the schema of an embedded server. */
public final class EmbeddedSchema {

    private EmbeddedSchema() {}

    /** How its superuser connects, whom Parley itself uses to set the roles up. */
    public static DatabaseAccess superuser(EmbeddedServer server, Path folder) {
        try {
            String password =
                    Files.readString(folder.resolve("postgres-password")).strip();
            return new DatabaseAccess(server.routes().runtime().url(), "postgres", password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Migrates as a start does it. */
    public static void migrate(EmbeddedServer server) {
        DatabaseAccess owner = server.routes().migration();
        Flyway.configure()
                .dataSource(owner.url(), owner.username(), owner.password())
                .load()
                .migrate();
        new SchemaOwner(server.routes()).grantRuntimeRole();
    }

    /** The same on a schema without anything. */
    public static void migrateAnew(EmbeddedServer server, Path folder) throws SQLException {
        try (Connection connection = superuser(server, folder).connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema public cascade");
            statement.execute("create schema public authorization parley_owner");
        }
        migrate(server);
    }
}
