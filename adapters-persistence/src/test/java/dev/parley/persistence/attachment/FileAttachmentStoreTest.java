package dev.parley.persistence.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.attachment.AttachmentStore;
import dev.parley.application.shared.SystemFailure;
import dev.parley.application.testing.AttachmentStoreContract;
import dev.parley.application.testing.Examples;
import dev.parley.application.testing.Uploads;
import dev.parley.domain.attachment.Attachment;
import dev.parley.domain.attachment.ContentId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileAttachmentStoreTest extends AttachmentStoreContract {

    private static final Instant LONG_AGO = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    private Path parent;

    private Path folder = Path.of("");
    private FileAttachmentStore store;

    @BeforeEach
    void makeStore() throws IOException {
        folder = parent.resolve("attachments");
        store = FileAttachmentStore.in(folder);
    }

    @Override
    protected AttachmentStore store() {
        return store;
    }

    @Override
    protected ContentId begun() {
        Attachment attachment = Uploads.announced(Examples.someone());
        return Uploads.another(new ContentId(attachment.id(), "0".repeat(24)));
    }

    @Test
    void aFileIsNamedAfterItsContentAndItsOwnersAlone() throws IOException {
        ContentId content = written(bytes(10));

        assertThat(files()).containsExactly(content.toString());
        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve(content.toString()))).isEqualTo("rw-------");
    }

    @Test
    void aHalfWrittenFileIsNotThereUnderItsNameAndCanBeDeleted() {
        ContentId content = begun();
        InputStream broken = new BetweenStreams(
                bytes(10),
                () -> {
                    throw new IllegalStateException("the server dies");
                },
                bytes(1));
        assertThatThrownBy(() -> store.write(content, broken)).isInstanceOf(IllegalStateException.class);

        assertThat(files()).containsExactly(content + ".part");

        store.delete(content);
        assertThat(files()).isEmpty();
    }

    @Test
    void aContentIsNeverOverwritten() throws IOException {
        ContentId content = begun();
        Files.createFile(folder.resolve(content + ".part"));

        assertThatThrownBy(() -> store.write(content, new ByteArrayInputStream(bytes(1))))
                .isInstanceOf(SystemFailure.class);
    }

    @Test
    void aFileThatIsGoneEndsAtOnce() throws IOException {
        try (InputStream opened = store.open(begun())) {
            assertThat(opened.read()).isEqualTo(-1);
        }
    }

    @Test
    void oldFilesThatNoAttachmentHasAreSweptAway() throws IOException {
        ContentId known = old(written(bytes(1)).toString());
        old(written(bytes(1)).toString());
        old(Files.createFile(folder.resolve(begun() + ".part")).getFileName().toString());
        ContentId young = written(bytes(1));
        Path foreign = Files.createFile(folder.resolve("README"));
        Files.setLastModifiedTime(foreign, FileTime.from(LONG_AGO));

        store.sweep(LONG_AGO.plusSeconds(60), contents -> Set.of(known));

        assertThat(files()).containsExactlyInAnyOrder(known.toString(), young.toString(), "README");
    }

    @Test
    void moreFilesThanABatchAreSweptAway() throws IOException {
        for (int i = 0; i < 501; i++) {
            old(Files.createFile(folder.resolve(begun().toString()))
                    .getFileName()
                    .toString());
        }

        store.sweep(LONG_AGO.plusSeconds(60), contents -> Set.of());

        assertThat(files()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenToIsAFailureOfItsStep() throws IOException {
        Files.delete(folder);

        assertThatThrownBy(() -> store.write(begun(), new ByteArrayInputStream(bytes(1))))
                .isInstanceOfSatisfying(
                        SystemFailure.class, failed -> assertThat(failed.step()).isEqualTo("attachment.write"));
    }

    private ContentId old(String name) throws IOException {
        Files.setLastModifiedTime(folder.resolve(name), FileTime.from(LONG_AGO));
        return ContentId.parse(name.replace(".part", "")).orElseThrow();
    }

    private List<String> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
