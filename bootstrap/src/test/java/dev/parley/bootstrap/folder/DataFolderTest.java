package dev.parley.bootstrap.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.bootstrap.settings.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path parent;

    private Path path;

    @BeforeEach
    void nameFolder() {
        path = parent.resolve("data");
    }

    @Test
    void aNewFolderIsItsOwnersAlone() throws IOException {
        try (DataFolder folder = DataFolder.take(path)) {
            assertThat(permissions(folder.path())).isEqualTo("rwx------");
        }
    }

    @Test
    void aFolderIsHeldByOne() throws IOException {
        try (DataFolder held = DataFolder.take(path)) {
            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(() -> DataFolder.take(held.path()))
                    .withMessageContainingAll(path.toString(), "PARLEY_DATA_DIR");
        }
    }

    @Test
    void aFolderThatWasLetGoCanBeTaken() throws IOException {
        DataFolder.take(path).close();

        try (DataFolder folder = DataFolder.take(path)) {
            assertThat(folder.path()).isEqualTo(path);
        }
    }

    @Test
    void aFolderThatEverybodyWritesToIsRefused() throws IOException {
        Files.createDirectory(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> DataFolder.take(path))
                .withMessageContainingAll(path.toString(), "chmod 700");
    }

    @Test
    void aSecretIsMadeOnceForItsOwnerAlone() throws IOException {
        try (DataFolder folder = DataFolder.take(path)) {
            byte[] first = secret(folder).bytes();

            assertThat(first).hasSize(32);
            assertThat(secret(folder).bytes()).isEqualTo(first);
            assertThat(permissions(path.resolve("secret"))).isEqualTo("rw-------");
        }
    }

    @Test
    void aSecretThatIsCutOffIsRefused() throws IOException {
        try (DataFolder folder = DataFolder.take(path)) {
            Files.writeString(path.resolve("secret"), "c2VzYW1l");

            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(() -> secret(folder).bytes())
                    .withMessageContainingAll(path.resolve("secret").toString(), "delete it")
                    .satisfies(refusal -> assertThat(refusal).hasMessageNotContaining("c2VzYW1l"));
        }
    }

    @Test
    void aSecretThatIsNoTextIsRefused() throws IOException {
        try (DataFolder folder = DataFolder.take(path)) {
            Files.write(path.resolve("secret"), new byte[] {(byte) 0xff, 0, 1});

            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(() -> secret(folder).bytes())
                    .withMessageContaining(path.resolve("secret").toString());
        }
    }

    private static SecretFile secret(DataFolder folder) {
        return new SecretFile(folder, "secret", "delete it.");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
