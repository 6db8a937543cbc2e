package dev.parley.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bootstrap.database.DatabaseAccess;
import dev.parley.bootstrap.database.EmbeddedSchema;
import dev.parley.bootstrap.database.EmbeddedServer;
import dev.parley.bootstrap.database.UnpackedBinaries;
import dev.parley.bootstrap.folder.DataFolder;
import dev.parley.e2e.ParleyProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The data of an embedded PostgreSQL of the old revision are served by this one; PostgreSQL's files are of Linux. */
@EnabledOnOs(OS.LINUX)
class FolderUpgradeTest {

    private static final Map<String, String> SETTINGS = Map.of(
            "PARLEY_DATA_DIR",
            "data",
            "PARLEY_RUNS_LOG_RETENTION",
            "365000d",
            "PARLEY_LIMITS_REQUESTS_PER_MINUTE",
            "1000");

    /** What moves on by itself: a waiting run begins, and its thread, account and log with it. */
    private static final String[] MOVING = {"run", "run_log", "item", "conversation", "account", "rate_bucket"};

    @TempDir
    private Path folder;

    @Test
    void aServerStartsOnAFolderOfTheOldRevisionAndKeepsAllThatIsInIt() throws IOException {
        Path data = folder.resolve("data");
        Files.createDirectory(data);
        OldData.unpackFolder(data);
        UnpackedBinaries.linkInto(data);
        Rows old = rows(data);
        assertThat(old.count("item")).isGreaterThan(50);

        try (ParleyProcess parley = ParleyProcess.start(folder, SETTINGS)) {
            OldUser.signIn(parley.anonymous()).assertSeesEverything(OldData.keyOfFolder());
            parley.terminate();
            parley.awaitEnd();
            assertThat(parley.warningsOfStop()).isEmpty();
        }

        old.without(MOVING).assertKept(later(data, old).without(MOVING));
        old.assertContainedIn(later(data, old), "item", "run_log");
    }

    private static Rows rows(Path data) throws IOException {
        try (DataFolder taken = DataFolder.take(data);
                EmbeddedServer server = EmbeddedServer.start(taken)) {
            return Rows.of(jdbc(server, data));
        }
    }

    private static Rows later(Path data, Rows old) throws IOException {
        try (DataFolder taken = DataFolder.take(data);
                EmbeddedServer server = EmbeddedServer.start(taken)) {
            return old.now(jdbc(server, data));
        }
    }

    private static JdbcClient jdbc(EmbeddedServer server, Path data) {
        DatabaseAccess superuser = EmbeddedSchema.superuser(server, data);
        return JdbcClient.create(superuser.dataSource());
    }
}
