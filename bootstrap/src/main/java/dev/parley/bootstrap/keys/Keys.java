package dev.parley.bootstrap.keys;

import dev.parley.application.access.AddApiKey;
import dev.parley.application.access.ListApiKeys;
import dev.parley.application.access.RevokeApiKey;
import dev.parley.bootstrap.command.CommandDatabase;
import dev.parley.bootstrap.command.CommandStore;
import dev.parley.bootstrap.command.LifetimeOption;
import dev.parley.bootstrap.command.ServerConfiguration;
import dev.parley.domain.access.ApiKey;
import dev.parley.domain.access.KeyName;
import dev.parley.domain.access.KeyTerms;
import dev.parley.domain.shared.FieldError;
import dev.parley.domain.shared.InvalidRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Makes, lists and revokes API keys in the database that the server uses, whether the server runs or not. A key is all that is
 * printed on the standard output; what is said about it goes to the standard error.
 */
@Command(name = "keys", description = "Makes, lists and revokes API keys, while the server runs or not.")
public final class Keys {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    private final String[] properties;

    /**
     * The command with settings of the server.
     *
     * @param properties Spring's command-line properties
     */
    public Keys(String... properties) {
        this.properties = properties.clone();
    }

    @Command(name = "add", description = "Makes an API key and prints it, this once.")
    void add(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--expires", paramLabel = "90d", description = "Ends the key then; without, it has no end.")
                    @Nullable String expires,
            @Option(
                            names = "--rate",
                            paramLabel = "60",
                            description = "Requests that the key takes a minute; without, 600.")
                    @Nullable String rate)
            throws IOException {
        KeyTerms terms = new KeyTerms(expires == null ? null : LifetimeOption.of("expires", expires), requests(rate));
        inStore(store -> {
            out().println(store.useCase(AddApiKey.class)
                    .add(KeyName.of(name), terms)
                    .value());
            notes().println("Keep it well: it cannot be shown again.");
        });
    }

    @Command(
            name = "list",
            description = "Lists all keys: name, when it was made, requests a minute, and its end if any.")
    void list() throws IOException {
        inStore(store -> store.useCase(ListApiKeys.class).list().forEach(key -> out().println(line(key))));
    }

    @Command(name = "revoke", description = "Makes a key worthless.")
    void revoke(@Parameters(paramLabel = "NAME") String name) throws IOException {
        inStore(store -> {
            store.useCase(RevokeApiKey.class).revoke(KeyName.of(name));
            notes().println("Revoked.");
        });
    }

    private void inStore(Consumer<CommandStore> work) throws IOException {
        try (CommandDatabase database = CommandDatabase.of(ServerConfiguration.read(properties));
                CommandStore store = CommandStore.in(database.access(), "api_key", "expires_at")) {
            work.accept(store);
        }
    }

    private PrintWriter out() {
        return command.commandLine().getOut();
    }

    private PrintWriter notes() {
        return command.commandLine().getErr();
    }

    private static int requests(@Nullable String text) {
        try {
            return text == null ? KeyTerms.DEFAULT.requestsPerMinute() : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new InvalidRequest("rate", FieldError.MUST_BE_FROM_1_TO, KeyTerms.MOST_REQUESTS);
        }
    }

    private static String line(ApiKey key) {
        String line = key.name() + "\t" + key.createdAt() + "\t" + key.requestsPerMinute() + " requests a minute";
        return key.expiresAt() == null ? line : line + "\tends " + key.expiresAt();
    }
}
