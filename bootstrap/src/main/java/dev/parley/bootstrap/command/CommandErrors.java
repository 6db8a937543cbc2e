package dev.parley.bootstrap.command;

import dev.parley.application.shared.RootCause;
import dev.parley.application.shared.SystemFailure;
import dev.parley.bootstrap.failure.InvalidConfigurationException;
import dev.parley.bootstrap.failure.NearestName;
import dev.parley.domain.shared.Failure;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Prints why a command was not done, on the standard error; the exit code is 1 where it was refused, 2 where it is none. */
public final class CommandErrors implements IParameterExceptionHandler, IExecutionExceptionHandler {

    @Override
    public int handleParseException(ParameterException error, String[] arguments) {
        CommandLine command = error.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(error.getMessage());
        if (error instanceof UnmatchedArgumentException unmatched) {
            NearestName.of(unmatched.getUnmatched().getFirst(), command.getSubcommands().keySet().stream())
                    .ifPresent(name -> err.println("Did you mean " + name + "?"));
        }
        command.usage(err);
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    @Override
    public int handleExecutionException(Exception error, CommandLine command, ParseResult parsed) throws Exception {
        command.getErr().println(sentence(error));
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    private static Object sentence(Exception error) throws Exception {
        return switch (error) {
            case InvalidConfigurationException refusal -> refusal.sentence();
            case SystemFailure failure -> "The step " + failure.step() + " failed: " + RootCause.of(failure);
            case Failure refusal -> refusal.words();
            case IOException unreadable -> "The data folder cannot be read: " + unreadable;
            default -> throw error;
        };
    }
}
