package dev.parley.assistant.mcp;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A program that Parley has started, and everything that program has started. */
final class ChildProcess {

    /** Nothing else is inherited: Parley's own variables hold its secrets. */
    private static final Set<String> INHERITED = Set.of(
            "APPDATA",
            "COMSPEC",
            "HOME",
            "HOMEDRIVE",
            "HOMEPATH",
            "LANG",
            "LC_ALL",
            "LC_CTYPE",
            "LOCALAPPDATA",
            "LOGNAME",
            "PATH",
            "PATHEXT",
            "PROCESSOR_ARCHITECTURE",
            "PROGRAMFILES",
            "SHELL",
            "SYSTEMDRIVE",
            "SYSTEMROOT",
            "TEMP",
            "TERM",
            "TMP",
            "TMPDIR",
            "TZ",
            "USER",
            "USERNAME",
            "USERPROFILE");

    private final Process process;

    private ChildProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts a program.
     *
     * @throws ExchangeFailed if there is no such program, or it may not be run
     */
    static ChildProcess start(McpEndpoint.Stdio endpoint) {
        ProcessBuilder builder = new ProcessBuilder(endpoint.command());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> !INHERITED.contains(name.toUpperCase(Locale.ROOT)));
        environment.putAll(endpoint.environment());
        try {
            return new ChildProcess(builder.start());
        } catch (IOException e) {
            throw ExchangeFailed.unseen("its program cannot be started", e);
        }
    }

    Process process() {
        return process;
    }

    /**
     * Ends it: waits for a moment, since its standard input has been closed, then asks it to end, then kills it. That is
     * the order of the protocol's section "Lifecycle, Shutdown, stdio".
     *
     * @param grace how long to wait, each of the two times
     */
    void end(Duration grace) {
        List<ProcessHandle> family = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        if (!hasEnded(family, grace)) {
            family.forEach(ProcessHandle::destroy);
            if (!hasEnded(family, grace)) {
                family.forEach(ProcessHandle::destroyForcibly);
            }
        }
    }

    private static boolean hasEnded(List<ProcessHandle> family, Duration grace) {
        long end = System.nanoTime() + grace.toNanos();
        try {
            for (ProcessHandle member : family) {
                member.onExit().get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }
}
