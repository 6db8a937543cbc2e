package dev.parley.bootstrap.command;

import dev.parley.bootstrap.database.ConfiguredDatabase;
import dev.parley.bootstrap.database.DatabaseAccess;
import dev.parley.bootstrap.database.DatabaseRoutes;
import dev.parley.bootstrap.database.EmbeddedServer;
import dev.parley.bootstrap.failure.InvalidConfigurationException;
import dev.parley.bootstrap.folder.DataFolder;
import dev.parley.bootstrap.settings.OnEmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The database that the server uses. An embedded one is started for the command, unless a server is running on it already.
 *
 * @param folder held for the command; null where a running server is reached
 * @param server started for the command; null where a running server is reached
 */
public record CommandDatabase(
        DatabaseRoutes routes,
        @Nullable DataFolder folder,
        @Nullable EmbeddedServer server) implements AutoCloseable {

    /**
     * Reaches the database of a configuration.
     *
     * @throws InvalidConfigurationException if there is none to be reached
     * @throws IOException if the folder of an embedded one cannot be read
     */
    public static CommandDatabase of(ServerConfiguration configuration) throws IOException {
        return OnEmbeddedDatabase.holds(configuration.environment())
                ? embedded(configuration.settings().dataFolder())
                : running(ConfiguredDatabase.routes(configuration.environment()));
    }

    private static CommandDatabase embedded(Path path) throws IOException {
        if (!EmbeddedServer.hasData(path)) {
            throw new InvalidConfigurationException(
                    "There are no data in " + path + " yet; start Parley once, it makes them.");
        }
        Optional<DataFolder> folder = DataFolder.takeIfFree(path);
        return folder.isPresent() ? started(folder.get()) : running(routes(path));
    }

    private static CommandDatabase started(DataFolder folder) throws IOException {
        try {
            EmbeddedServer server = EmbeddedServer.start(folder);
            return new CommandDatabase(server.routes(), folder, server);
        } catch (InvalidConfigurationException e) {
            folder.close();
            throw e;
        }
    }

    private static CommandDatabase running(DatabaseRoutes routes) {
        return new CommandDatabase(routes, null, null);
    }

    private static DatabaseRoutes routes(Path path) throws IOException {
        return EmbeddedServer.running(path)
                .orElseThrow(() -> new InvalidConfigurationException("Another process holds " + path
                        + " and its PostgreSQL does not run; wait until it has started, or stop it."));
    }

    /** How commands read and write rows: without a pooler, which may break prepared statements. */
    public DatabaseAccess access() {
        return routes.direct();
    }

    /** Stops what was started for the command. */
    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
        if (folder != null) {
            folder.close();
        }
    }
}
