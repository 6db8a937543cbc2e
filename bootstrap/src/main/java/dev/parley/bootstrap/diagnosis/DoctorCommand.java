package dev.parley.bootstrap.diagnosis;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Examines what the server would use and prints each finding; the exit code is 0 where all is well, 1 otherwise. */
@Command(
        name = "doctor",
        description =
                "Examines the configuration, the database, the issuer, the model, the MCP servers and the public URL, without"
                        + " starting the server.")
public final class DoctorCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    private final String[] properties;

    /**
     * The command with settings of the server.
     *
     * @param properties Spring's command-line properties
     */
    public DoctorCommand(String... properties) {
        this.properties = properties.clone();
    }

    @Override
    public Integer call() {
        return Doctor.examine(properties, command.commandLine().getOut());
    }
}
