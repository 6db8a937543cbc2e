package dev.parley.bootstrap.accounts;

import dev.parley.application.access.SecretGenerator;
import dev.parley.application.signin.OfferPasswordReset;
import dev.parley.application.signin.OfferPasswordReset.ResetCode;
import dev.parley.bootstrap.command.CommandDatabase;
import dev.parley.bootstrap.command.CommandRun;
import dev.parley.bootstrap.command.CommandStore;
import dev.parley.bootstrap.command.ServerConfiguration;
import dev.parley.domain.account.AccountRepository;
import dev.parley.domain.account.EmailAddress;
import dev.parley.domain.signin.PasswordResetRepository;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;

/** Gives out codes for forgotten passwords, in the database that the server uses, whether the server runs or not. */
public final class Accounts {

    private static final String USAGE = """
            accounts reset-password EMAIL   makes a code that replaces the password of an account, once, within a day""";

    private final PrintStream out;
    private final PrintStream notes;

    Accounts(PrintStream out, PrintStream notes) {
        this.out = out;
        this.notes = notes;
    }

    /**
     * Does what the arguments say. A code is all that is printed on the standard output; what is said about it goes to the
     * standard error.
     *
     * @param arguments what to do, and Spring's command-line properties
     * @return the exit code: 0 where it was done, 1 where it was refused, 2 where the arguments make no sense
     */
    public static int run(String... arguments) {
        return new Accounts(System.out, System.err).obey(arguments);
    }

    int obey(String... arguments) {
        List<String> words =
                Arrays.stream(arguments).filter(word -> !word.startsWith("--")).toList();
        if (words.size() != 2 || !words.getFirst().equals("reset-password")) {
            notes.println(USAGE);
            return CommandRun.MISUSED;
        }
        String[] properties =
                Arrays.stream(arguments).filter(word -> word.startsWith("--")).toArray(String[]::new);
        return CommandRun.of(() -> resetPassword(words.getLast(), properties), notes);
    }

    private void resetPassword(String email, String... properties) throws IOException {
        try (CommandDatabase database = CommandDatabase.of(ServerConfiguration.read(properties));
                CommandStore store = CommandStore.in(database.access(), "password_reset", "code_hash")) {
            print(offer(store).offer(EmailAddress.of(email)));
        }
    }

    private void print(ResetCode code) {
        out.println(code.code().value());
        notes.println("Give it to the owner of the address, who sends it with the new password to"
                + " POST /api/v1/auth/password/reset before " + code.expiresAt() + ". It works once.");
    }

    private static OfferPasswordReset offer(CommandStore store) {
        return new OfferPasswordReset(
                store.unitOfWork(),
                store.part(AccountRepository.class),
                store.part(PasswordResetRepository.class),
                store.part(SecretGenerator.class),
                CommandStore.clock());
    }
}
