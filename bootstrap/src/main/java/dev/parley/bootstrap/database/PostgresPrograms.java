package dev.parley.bootstrap.database;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** The programs of the PostgreSQL that this build brings along, unpacked. */
final class PostgresPrograms {

    /** Where they are unpacked already, by their name: this JVM's servers share them. */
    private static final Map<String, Path> UNPACKED = new ConcurrentHashMap<>();

    private static final Set<PosixFilePermission> EXECUTABLE = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final int ANY_EXECUTE = 0111;

    private PostgresPrograms() {}

    /**
     * Unpacks them into a folder, where they are not there yet.
     *
     * @return the folder that has {@code bin} in it
     * @throws IOException if they cannot be written
     */
    static Path unpackInto(Path folder) throws IOException {
        byte[] archive = archive();
        String name = "postgres-" + fingerprint(archive);
        Path known = UNPACKED.get(name);
        if (known != null && isComplete(known)) {
            return known;
        }
        Path programs = folder.resolve(name);
        if (!isComplete(programs)) {
            unpackAtomically(archive, programs);
        }
        UNPACKED.put(name, programs);
        return programs;
    }

    /** Unpacks elsewhere and moves, so that an interrupted start never leaves an incomplete folder under the final name. */
    private static void unpackAtomically(byte[] archive, Path programs) throws IOException {
        Path unfinished = programs.resolveSibling(programs.getFileName() + ".new");
        FileSystemUtils.deleteRecursively(unfinished);
        Files.createDirectory(unfinished);
        unpack(archive, unfinished);
        Files.move(unfinished, programs, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("not below its folder: " + entry.getName());
                }
                unpack(tar, entry, path);
            }
        }
    }

    private static void unpack(InputStream content, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, path);
        if ((entry.getMode() & ANY_EXECUTE) != 0
                && path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, EXECUTABLE);
        }
    }

    private static boolean isComplete(Path programs) {
        return Files.isDirectory(programs.resolve("bin"));
    }

    private static byte[] archive() throws IOException {
        try (InputStream archive = Platform.current().postgres()) {
            return archive.readAllBytes();
        }
    }

    private static String fingerprint(byte[] archive) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
