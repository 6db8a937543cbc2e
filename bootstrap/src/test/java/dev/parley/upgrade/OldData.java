package dev.parley.upgrade;

import dev.parley.persistence.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** What {@code src/test/upgrade/make.sh} has made with the old revision. */
final class OldData {

    private OldData() {}

    /** The API key of a server that uses the dump. */
    static String keyOfDump() {
        return text("dump.key");
    }

    /** The API key of a server that uses the folder. */
    static String keyOfFolder() {
        return text("folder.key");
    }

    /** Puts the dump into an empty database. */
    static void restoreDump(TestDatabase empty) throws SQLException, IOException {
        Properties properties = new Properties();
        properties.setProperty("user", empty.username());
        properties.setProperty("password", empty.password());
        // Many statements at once, as psql takes them.
        properties.setProperty("preferQueryMode", "simple");
        try (InputStream packed = resource("dump.sql.xz");
                InputStream sql = new XZInputStream(packed);
                Connection connection = DriverManager.getConnection(empty.url(), properties);
                Statement statement = connection.createStatement()) {
            statement.execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Unpacks the data folder. */
    static void unpackFolder(Path target) throws IOException {
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwx------"));
        try (InputStream packed = resource("folder.tar.xz");
                TarArchiveInputStream files = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
                unpack(files, entry, target.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveInputStream files, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
        } else {
            Files.copy(files, path);
        }
        Files.setPosixFilePermissions(
                path, PosixFilePermissions.fromString(entry.isDirectory() ? "rwx------" : "rw-------"));
    }

    private static String text(String name) {
        try (InputStream resource = resource(name)) {
            return new String(resource.readAllBytes(), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(OldData.class.getResourceAsStream("/upgrade/" + name), name);
    }
}
