package dev.parley.bootstrap.database;

import dev.parley.bootstrap.folder.DataFolder;
import dev.parley.persistence.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL's programs, unpacked once for all tests of this JVM: processes of their own would take seconds for it. */
public final class UnpackedBinaries {

    private static final String FOLDER = "binaries";

    private UnpackedBinaries() {}

    /** Links them into a data folder that another process is going to use; makes the folder where it is not there. */
    public static void linkInto(Path dataFolder) throws IOException {
        link(Holder.BINARIES, dataFolder.resolve(FOLDER));
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

        private static final Path BINARIES = unpack();

        /** Where they are, a server tells that runs: the first one of this JVM has unpacked them, here the tests' own. */
        private static Path unpack() {
            TestDatabase.empty().close();
            try {
                Path path = Files.createTempDirectory("parley-binaries");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(path)));
                try (DataFolder folder = DataFolder.take(path)) {
                    EmbeddedServer server = EmbeddedServer.start(folder);
                    try {
                        return keep(programs(path.resolve("postgres")), path.resolve("kept"));
                    } finally {
                        server.close();
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the programs cannot be unpacked", e);
            }
        }

        private static Path keep(Path programs, Path kept) throws IOException {
            link(programs, kept.resolve(programs.getName(programs.getNameCount() - 1)));
            return kept;
        }

        private static Path programs(Path cluster) throws IOException {
            long pid = Long.parseLong(
                    Files.readAllLines(cluster.resolve("postmaster.pid")).getFirst());
            return ProcessHandle.of(pid)
                    .flatMap(process -> process.info().command())
                    .map(postgres -> Path.of(postgres).resolve("../..").normalize())
                    .orElseThrow();
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
