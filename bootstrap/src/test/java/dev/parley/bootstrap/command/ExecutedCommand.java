package dev.parley.bootstrap.command;

import dev.parley.bootstrap.Commands;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;

/**
 * A command of the jar that was executed in this JVM.
 *
 * @param out what it printed on the standard output
 * @param err what it printed on the standard error
 */
public record ExecutedCommand(int exitCode, String out, String err) {

    /** Examines what a server with these settings would use; each is a property and its value. */
    public static ExecutedCommand doctor(Stream<String> settings) {
        return of(Stream.concat(Stream.of("doctor"), settings.map(setting -> "--" + setting))
                .toArray(String[]::new));
    }

    /** Executes a command. */
    public static ExecutedCommand of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Commands.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new ExecutedCommand(exitCode, out.toString(), err.toString());
    }
}
