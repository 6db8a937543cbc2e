package dev.parley.bootstrap.diagnosis;

import dev.parley.bootstrap.database.ConfiguredDatabase;
import dev.parley.bootstrap.database.DatabaseAccess;
import dev.parley.bootstrap.database.EmbeddedServer;
import dev.parley.bootstrap.folder.DataFolder;
import dev.parley.bootstrap.settings.OnEmbeddedDatabase;
import dev.parley.bootstrap.settings.SettingsReader;
import dev.parley.bootstrap.settings.StartRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * The database to examine. An embedded one is started for the examination, unless a server is running on it already.
 *
 * @param folder held for the examination; null where a running server is examined
 * @param server started for the examination; null where a running server is examined
 */
record Patient(
        DatabaseAccess access,
        @Nullable DataFolder folder,
        @Nullable EmbeddedServer server) implements AutoCloseable {

    static Patient of(ConfigurableEnvironment environment) throws IOException {
        return OnEmbeddedDatabase.holds(environment)
                ? embedded(SettingsReader.read(environment).dataFolder())
                : running(ConfiguredDatabase.access(environment));
    }

    private static Patient embedded(Path path) throws IOException {
        if (!EmbeddedServer.hasData(path)) {
            throw new StartRefused("There are no data in " + path + " yet; start Parley once, it makes them.");
        }
        Optional<DataFolder> folder = DataFolder.takeIfFree(path);
        return folder.isPresent() ? started(folder.get()) : running(access(path));
    }

    private static Patient started(DataFolder folder) throws IOException {
        try {
            EmbeddedServer server = EmbeddedServer.start(folder);
            return new Patient(server.access(), folder, server);
        } catch (StartRefused e) {
            folder.close();
            throw e;
        }
    }

    private static Patient running(DatabaseAccess access) {
        return new Patient(access, null, null);
    }

    private static DatabaseAccess access(Path path) throws IOException {
        return EmbeddedServer.running(path)
                .orElseThrow(() -> new StartRefused("Another process holds " + path
                        + " and its PostgreSQL does not run; wait until it has started, or stop it."));
    }

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
