package dev.parley.bootstrap.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.Set;

/** Permissions for the owner alone, where the file system has POSIX permissions. */
final class OwnerOnly {

    private static final Set<PosixFilePermission> WRITE =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
    private static final Set<PosixFilePermission> READ =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

    private OwnerOnly() {}

    static FileAttribute<?>[] folder(Path path) {
        return attributes(path, "rwx------");
    }

    static FileAttribute<?>[] file(Path path) {
        return attributes(path, "rw-------");
    }

    /** Whether anybody but its owner may write to it. */
    static boolean isWritableByOthers(Path path) throws IOException {
        return grantsAny(path, WRITE);
    }

    /** Whether anybody but its owner may read it or write to it. */
    static boolean isOpenToOthers(Path path) throws IOException {
        return grantsAny(path, WRITE) || grantsAny(path, READ);
    }

    private static boolean grantsAny(Path path, Set<PosixFilePermission> permissions) throws IOException {
        return hasPermissions(path) && !Collections.disjoint(Files.getPosixFilePermissions(path), permissions);
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
