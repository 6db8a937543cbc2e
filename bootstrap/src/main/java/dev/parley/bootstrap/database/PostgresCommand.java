package dev.parley.bootstrap.database;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Runs PostgreSQL's programs. They, and the server that they start, inherit few of Parley's environment variables, as others
 * hold its secrets.
 *
 * @param programs the folder that has {@code bin} in it
 * @param log where they write
 */
record PostgresCommand(Path programs, Path log) {

    static final Set<String> INHERITED_VARIABLES = Set.of(
            "COMSPEC",
            "HOME",
            "LANG",
            "LC_ALL",
            "LC_CTYPE",
            "PATH",
            "SYSTEMDRIVE",
            "SYSTEMROOT",
            "TEMP",
            "TMP",
            "TMPDIR",
            "TZ",
            "USERPROFILE");

    private static final boolean IS_WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

    /**
     * Runs a program to its end.
     *
     * @throws IOException if it cannot be run, or fails
     */
    void run(String program, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            // PostgreSQL refuses to run as root.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs.resolve("bin")
                .resolve(program + (IS_WINDOWS ? ".exe" : ""))
                .toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(devNull()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> !INHERITED_VARIABLES.contains(name.toUpperCase(Locale.ROOT)));
        int exitCode = builder.start().waitFor();
        if (exitCode != 0) {
            throw new IOException(program + " failed with " + exitCode);
        }
    }

    private static File devNull() {
        return new File(IS_WINDOWS ? "NUL" : "/dev/null");
    }
}
