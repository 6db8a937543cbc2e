package dev.parley.bootstrap.command;

import dev.parley.bootstrap.Commands;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * A command of the jar that was executed in this JVM.
 *
 * @param out what it printed on the standard output
 * @param err what it printed on the standard error
 */
public record ExecutedCommand(int exitCode, String out, String err) {

    /** Executes a command. */
    public static ExecutedCommand of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Commands.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new ExecutedCommand(exitCode, out.toString(), err.toString());
    }
}
