package dev.parley.persistence.attachment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A folder whose files only the server's user can read, where the file system has POSIX permissions. */
final class PrivateFolder {

    private final Path path;

    private PrivateFolder(Path path) {
        this.path = path;
    }

    /** The folder, which is made if it is not there. */
    static PrivateFolder at(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path, permissions(path, "rwx------"));
        }
        return new PrivateFolder(path);
    }

    Path path() {
        return path;
    }

    Path file(String name) {
        return path.resolve(name);
    }

    /** A file that is not there yet, to write to. */
    FileChannel newFile(String name) throws IOException {
        return FileChannel.open(
                file(name),
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                permissions(path, "rw-------"));
    }

    /** Makes the names of files outlive a crash. Windows does so by itself, and opens no folders. */
    void force() throws IOException {
        if (hasPermissions(path)) {
            try (FileChannel folder = FileChannel.open(path, StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    private static FileAttribute<?>[] permissions(Path path, String permissions) {
        return hasPermissions(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean hasPermissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
