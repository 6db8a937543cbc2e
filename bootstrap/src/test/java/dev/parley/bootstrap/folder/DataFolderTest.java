package dev.parley.bootstrap.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.bootstrap.failure.InvalidConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
            assertThatExceptionOfType(InvalidConfigurationException.class)
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

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwxrwx", "rwxrwx---", "rwx-w----", "rwx----w-", "rwxr-xrwx"})
    void aFolderThatOthersWriteToIsRefused(String permissions) throws IOException {
        Files.createDirectory(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));

        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> DataFolder.take(path))
                .withMessageContaining("chmod 700 " + path);
    }

    @Test
    void aFolderThatOthersSeeMayHoldSecretsThatTheyDoNotSee() throws IOException {
        Files.createDirectory(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));

        try (DataFolder folder = DataFolder.take(path)) {
            assertThat(secret(folder).bytes()).hasSize(32);
            assertThat(permissions(folder.privateFolder("inner"))).isEqualTo("rwx------");
            assertThat(permissions(folder.newPrivateFile("file"))).isEqualTo("rw-------");
            assertThat(permissions(path.resolve("lock"))).isEqualTo("rw-------");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "r--r--r--"})
    void aSecretThatOthersReachIsRefused(String permissions) throws IOException {
        try (DataFolder folder = DataFolder.take(path)) {
            secret(folder).bytes();
            Files.setPosixFilePermissions(path.resolve("secret"), PosixFilePermissions.fromString(permissions));

            assertThatExceptionOfType(InvalidConfigurationException.class)
                    .isThrownBy(() -> secret(folder).bytes())
                    .withMessageContaining("chmod 600 " + path.resolve("secret"));
        }
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
            Files.writeString(folder.newPrivateFile("secret"), "c2VzYW1l");

            assertThatExceptionOfType(InvalidConfigurationException.class)
                    .isThrownBy(() -> secret(folder).bytes())
                    .withMessageContainingAll(path.resolve("secret").toString(), "delete it")
                    .satisfies(refusal -> assertThat(refusal).hasMessageNotContaining("c2VzYW1l"));
        }
    }

    @Test
    void aSecretThatIsNoTextIsRefused() throws IOException {
        try (DataFolder folder = DataFolder.take(path)) {
            Files.write(folder.newPrivateFile("secret"), new byte[] {(byte) 0xff, 0, 1});

            assertThatExceptionOfType(InvalidConfigurationException.class)
                    .isThrownBy(() -> secret(folder).bytes())
                    .withMessageContaining(path.resolve("secret").toString());
        }
    }

    private static SecretFile secret(DataFolder folder) {
        return new SecretFile(folder.path(), "secret", "delete it.");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
