package dev.parley.bootstrap.folder;

import dev.parley.bootstrap.failure.InvalidConfigurationException;
import dev.parley.bootstrap.settings.Setting;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/**
 * The folder of the embedded default, held by one process at a time. The lock is the operating system's, so it ends with
 * the process, however that ends.
 */
public final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Takes the folder, which is made if it is not there.
     *
     * @throws InvalidConfigurationException if another process holds it, or it cannot be used
     */
    public static DataFolder take(Path path) {
        return takeIfFree(path)
                .orElseThrow(() -> new InvalidConfigurationException("Another server uses the data folder " + path
                        + "; stop it or set " + Setting.DATA_DIR + " to another folder."));
    }

    /**
     * Takes the folder, which is made if it is not there.
     *
     * @return the folder; empty if another process holds it
     * @throws InvalidConfigurationException if it cannot be used
     */
    public static Optional<DataFolder> takeIfFree(Path path) {
        try {
            prepare(path);
            Path file = path.resolve("lock");
            FileChannel lock = FileChannel.open(
                    file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OwnerOnly.file(file));
            if (isLocked(lock)) {
                return Optional.of(new DataFolder(path, lock));
            }
            lock.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new InvalidConfigurationException(
                    "The data folder " + path + " cannot be used; set " + Setting.DATA_DIR
                            + " to a folder that this user may write to.",
                    e);
        }
    }

    /** The folder's absolute path. */
    public Path path() {
        return path;
    }

    /**
     * A folder in this one that only its owner can enter, made if it is not there.
     *
     * @throws IOException if it cannot be made
     */
    public Path privateFolder(String name) throws IOException {
        Path folder = path.resolve(name);
        return Files.isDirectory(folder) ? folder : Files.createDirectory(folder, OwnerOnly.folder(folder));
    }

    /**
     * A new, empty file in this folder that only its owner can read.
     *
     * @throws IOException if it cannot be made, as where it is there already
     */
    public Path newPrivateFile(String name) throws IOException {
        Path file = path.resolve(name);
        return Files.createFile(file, OwnerOnly.file(file));
    }

    /** Lets another process take the folder. */
    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private static void prepare(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path, OwnerOnly.folder(path));
        }
        if (OwnerOnly.isWritableByOthers(path)) {
            throw new InvalidConfigurationException(
                    "Others than its owner may write to the data folder, and so exchange the secrets in it."
                            + " Close it (chmod 700 " + path + ") or set " + Setting.DATA_DIR + " to another folder.");
        }
    }
}
