package dev.parley.bootstrap.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The PostgreSQL process that a data folder's {@code postmaster.pid} speaks of. */
final class Postmaster {

    private static final Logger log = LoggerFactory.getLogger(Postmaster.class);
    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;
    private static final int PATIENCE_SECONDS = 10;

    private final Path cluster;
    private final Path file;

    Postmaster(Path cluster) {
        this.cluster = cluster;
        this.file = cluster.resolve("postmaster.pid");
    }

    /** The port in its file, which a killed server leaves behind; empty where there is none. */
    Optional<Integer> port() throws IOException {
        return line(PORT_LINE).map(Integer::valueOf);
    }

    /**
     * Ends what a killed server left behind. Only for the holder of the folder's lock: without it, this could be the
     * process of a server that is alive.
     */
    void endLeftOver() throws IOException, InterruptedException {
        Optional<ProcessHandle> process = line(PID_LINE).map(Long::valueOf).flatMap(ProcessHandle::of);
        if (process.isEmpty()) {
            return;
        }
        if (isOurs(process.get())) {
            log.warn(
                    "Ending PostgreSQL process {}, which a killed server left behind",
                    process.get().pid());
            end(process.get());
        } else if (isAnothers(process.get())) {
            Files.delete(file);
        } else if (!haveEnded(List.of(process.get()))) {
            log.warn(
                    "Nothing is known of process {}, which {} speaks of",
                    process.get().pid(),
                    file);
        }
    }

    private Optional<String> line(int number) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        return lines.size() > number ? Optional.of(lines.get(number).strip()) : Optional.empty();
    }

    private boolean isOurs(ProcessHandle process) {
        return isPostgres(process)
                && process.info().arguments().stream().flatMap(Arrays::stream).anyMatch(cluster.toString()::equals);
    }

    /** Whether the process is certainly not ours, but one that was given the same number later. A dying one tells nothing. */
    private boolean isAnothers(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        return !isOurs(process)
                && info.command().isPresent()
                && (!isPostgres(process) || info.arguments().isPresent());
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.toLowerCase(Locale.ROOT))
                .filter(command -> command.endsWith("postgres") || command.endsWith("postgres.exe"))
                .isPresent();
    }

    /** A killed postmaster's children outlive it for a moment and would still hold the cluster. */
    private static void end(ProcessHandle postmaster) throws IOException, InterruptedException {
        List<ProcessHandle> family =
                Stream.concat(postmaster.descendants(), Stream.of(postmaster)).toList();
        postmaster.destroy();
        if (!haveEnded(family)) {
            family.forEach(ProcessHandle::destroyForcibly);
            if (!haveEnded(family)) {
                throw new IOException("PostgreSQL process " + postmaster.pid() + " does not end");
            }
        }
    }

    private static boolean haveEnded(List<ProcessHandle> processes) throws InterruptedException {
        CompletableFuture<?>[] ends =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("waiting for a process cannot fail", e);
        }
    }
}
