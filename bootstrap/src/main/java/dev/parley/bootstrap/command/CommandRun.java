package dev.parley.bootstrap.command;

import dev.parley.bootstrap.failure.InvalidConfigurationException;
import dev.parley.domain.shared.Failure;
import java.io.IOException;
import java.io.PrintStream;

/** How commands that work on the server's database end. */
public final class CommandRun {

    /** The exit code of a command whose arguments make no sense. */
    public static final int MISUSED = 2;

    private static final int DONE = 0;
    private static final int REFUSED = 1;

    private CommandRun() {}

    /**
     * Runs a command and prints why it is refused, if it is.
     *
     * @param notes what is said about the command
     * @return the exit code
     */
    public static int of(Command command, PrintStream notes) {
        try {
            command.run();
            return DONE;
        } catch (InvalidConfigurationException refusal) {
            notes.println(refusal.sentence());
        } catch (Failure refusal) {
            notes.println(refusal.words());
        } catch (IOException e) {
            notes.println("The data folder cannot be read: " + e);
        }
        return REFUSED;
    }

    /** What is done. */
    @FunctionalInterface
    public interface Command {

        void run() throws IOException;
    }
}
