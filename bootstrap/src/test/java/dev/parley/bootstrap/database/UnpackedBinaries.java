package dev.parley.bootstrap.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL's programs, unpacked once for all tests of this JVM: processes of their own would take seconds for it. */
public final class UnpackedBinaries {

    private static final String FOLDER = "binaries";

    private UnpackedBinaries() {}

    /** Unpacks them, if that has not been done. All servers of this JVM use the programs that were unpacked first. */
    static Path unpack() {
        return Holder.BINARIES;
    }

    /** Links them into a data folder that another process is going to use; makes the folder where it is not there. */
    public static void linkInto(Path dataFolder) throws IOException {
        link(unpack(), dataFolder.resolve(FOLDER));
    }

    private static void link(Path from, Path to) throws IOException {
        List<Path> tree;
        try (Stream<Path> paths = Files.walk(from)) {
            tree = paths.toList();
        }
        for (Path path : tree) {
            linkOne(path, to.resolve(from.relativize(path).toString()));
        }
    }

    private static void linkOne(Path source, Path target) throws IOException {
        if (Files.isDirectory(source, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(target);
        } else if (Files.isSymbolicLink(source)) {
            Files.createSymbolicLink(target, Files.readSymbolicLink(source));
        } else {
            Files.createLink(target, source);
        }
    }

    private static final class Holder {

        private static final Path BINARIES = unpackFirst();

        private static Path unpackFirst() {
            try {
                Path folder = Files.createTempDirectory("parley-binaries");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
                return Objects.requireNonNull(
                        PostgresPrograms.unpackInto(folder).getParent());
            } catch (IOException e) {
                throw new UncheckedIOException("the programs cannot be unpacked", e);
            }
        }

        private static void delete(Path path) {
            try {
                FileSystemUtils.deleteRecursively(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
