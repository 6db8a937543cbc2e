package dev.parley.bootstrap.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;

/** Permissions for the owner alone, where the file system has POSIX permissions. */
final class OwnerOnly {

    private OwnerOnly() {}

    static FileAttribute<?>[] folder(Path path) {
        return attributes(path, "rwx------");
    }

    static FileAttribute<?>[] file(Path path) {
        return attributes(path, "rw-------");
    }

    static boolean isOpenToAll(Path path) throws IOException {
        return hasPermissions(path) && Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_WRITE);
    }

    private static FileAttribute<?>[] attributes(Path path, String permissions) {
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
