package dev.parley.assistant.mcp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The reference server that can do everything, from the npm registry, where there is Node.js to run it. */
final class ReferenceServer {

    private static final Logger log = LoggerFactory.getLogger(ReferenceServer.class);
    private static final String PACKAGE = "@modelcontextprotocol/server-everything@2026.8.31";
    private static final Path FOLDER = Path.of("target", "mcp-reference").toAbsolutePath();
    private static final Path PROGRAM =
            FOLDER.resolve("node_modules/@modelcontextprotocol/server-everything/dist/index.js");
    private static final Duration INSTALL_TIMEOUT = Duration.ofMinutes(2);

    private ReferenceServer() {}

    /** The command that runs it; skips the test where it cannot be had. */
    static List<String> command(String transport) {
        skipUnless(install(), "the npm registry does not give " + PACKAGE);
        return List.of("node", PROGRAM.toString(), transport);
    }

    /** Starts it as an HTTP server. */
    static Process startHttp(int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command("streamableHttp"))
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("http.log").toFile());
        builder.environment().putAll(Map.of("PORT", Integer.toString(port)));
        return builder.start();
    }

    private static synchronized boolean install() {
        skipUnless(runs(Duration.ofSeconds(30), "node", "--version"), "there is no Node.js");
        skipUnless(runs(Duration.ofSeconds(30), npm(), "--version"), "there is no npm");
        return Files.exists(PROGRAM)
                || runs(
                        INSTALL_TIMEOUT,
                        npm(),
                        "install",
                        "--prefix",
                        FOLDER.toString(),
                        "--no-audit",
                        "--no-fund",
                        "--ignore-scripts",
                        PACKAGE);
    }

    private static String npm() {
        return System.getProperty("os.name").startsWith("Windows") ? "npm.cmd" : "npm";
    }

    private static boolean runs(Duration patience, String... command) {
        try {
            Files.createDirectories(FOLDER);
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(FOLDER.resolve("npm.log").toFile())
                    .start();
            boolean ended = process.waitFor(patience.toSeconds(), TimeUnit.SECONDS);
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException e) {
            log.debug("{} does not run", command[0], e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void skipUnless(boolean condition, String reason) {
        if (!condition) {
            log.warn(
                    "\n{}\nSKIPPED: the tests against the MCP reference server, since {}.\n{}",
                    "*".repeat(80),
                    reason,
                    "*".repeat(80));
        }
        Assumptions.assumeTrue(condition, reason);
    }
}
