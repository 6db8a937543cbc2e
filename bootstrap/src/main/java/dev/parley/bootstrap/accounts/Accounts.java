package dev.parley.bootstrap.accounts;

import dev.parley.application.signin.OfferPasswordReset;
import dev.parley.application.signin.OfferPasswordReset.ResetCode;
import dev.parley.bootstrap.command.CommandDatabase;
import dev.parley.bootstrap.command.CommandStore;
import dev.parley.bootstrap.command.ServerConfiguration;
import dev.parley.domain.account.EmailAddress;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Makes codes for forgotten passwords, in the database that the server uses, whether the server runs or not. A code is all
 * that is printed on the standard output; what is said about it goes to the standard error.
 */
@Command(name = "accounts", description = "Helps owners of local accounts, while the server runs or not.")
public final class Accounts {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    private final String[] properties;

    /**
     * The command with settings of the server.
     *
     * @param properties Spring's command-line properties
     */
    public Accounts(String... properties) {
        this.properties = properties.clone();
    }

    @Command(
            name = "reset-password",
            description = "Makes a code that replaces the password of an account, once, within a day.")
    void resetPassword(@Parameters(paramLabel = "EMAIL") String email) throws IOException {
        try (CommandDatabase database = CommandDatabase.of(ServerConfiguration.read(properties));
                CommandStore store = CommandStore.in(database.access(), "password_reset", "code_hash")) {
            print(store.useCase(OfferPasswordReset.class).offer(EmailAddress.of(email)));
        }
    }

    private void print(ResetCode code) {
        CommandLine line = command.commandLine();
        line.getOut().println(code.code().value());
        line.getErr()
                .println("Give it to the owner of the address, who sends it with the new password to"
                        + " POST /api/v1/auth/password/reset before " + code.expiresAt() + ". It works once.");
    }
}
