package dev.parley.bootstrap;

import dev.parley.bootstrap.accounts.Accounts;
import dev.parley.bootstrap.command.CommandErrors;
import dev.parley.bootstrap.diagnosis.DoctorCommand;
import dev.parley.bootstrap.keys.Keys;
import dev.parley.bootstrap.start.ServerVersion;
import dev.parley.bootstrap.token.Token;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;

/** What the jar does besides starting the server: with settings alone, or without any argument, it starts the server. */
@Command(
        name = "parley.jar",
        description = {
            "Without a command it starts the server.",
            "Settings are environment variables (docs/settings.md), or Spring's properties as arguments, such as"
                    + " --parley.data-dir=/data."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class)
public final class Commands {

    private static final Set<String> OPTIONS = Set.of("--help", "--version");

    private Commands() {}

    /** Whether the arguments are for a command, or ask for help, rather than being settings of the server. */
    static boolean areMeantBy(String... arguments) {
        return Arrays.stream(arguments).anyMatch(argument -> !argument.startsWith("--") || OPTIONS.contains(argument));
    }

    /**
     * Executes a command.
     *
     * @param arguments of the command, and settings of the server as Spring's command-line properties
     * @return the exit code: 0 where it was done, 1 where it was refused, 2 where there is no such command
     */
    public static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        String[] properties = filtered(Commands::isProperty, arguments);
        CommandErrors errors = new CommandErrors();
        return commandLine(properties)
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors)
                .execute(filtered(argument -> !isProperty(argument), arguments));
    }

    private static CommandLine commandLine(String... properties) {
        return new CommandLine(new Commands())
                .addSubcommand(new DoctorCommand(properties))
                .addSubcommand(new Keys(properties))
                .addSubcommand(new Accounts(properties))
                .addSubcommand(new Token(properties))
                .addSubcommand(new HelpCommand());
    }

    private static String[] filtered(Predicate<String> predicate, String... arguments) {
        return Arrays.stream(arguments).filter(predicate).toArray(String[]::new);
    }

    /** The names of Spring's properties have several parts, those of options one. */
    private static boolean isProperty(String argument) {
        return argument.startsWith("--") && argument.split("=", 2)[0].contains(".") && argument.contains("=");
    }

    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"Parley " + ServerVersion.text()};
        }
    }
}
