package dev.parley.bootstrap.keys;

import dev.parley.bootstrap.command.CommandDatabase;
import dev.parley.bootstrap.command.CommandRun;
import dev.parley.bootstrap.command.ServerConfiguration;
import dev.parley.domain.access.ApiKey;
import dev.parley.domain.access.KeyName;
import dev.parley.domain.access.KeyTerms;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** Makes, lists and revokes API keys in the database that the server uses, whether the server runs or not. */
public final class Keys {

    private static final String USAGE = """
            keys add NAME      makes an API key and prints it, this once; with --expires 90d it ends then, with --rate 60 it
                               takes 60 requests a minute instead of 600
            keys list          lists all keys: name, when it was made, requests a minute, and its end if it has one
            keys revoke NAME   makes a key worthless""";

    private final PrintStream out;
    private final PrintStream notes;

    Keys(PrintStream out, PrintStream notes) {
        this.out = out;
        this.notes = notes;
    }

    /**
     * Does what the arguments say. A key is all that is printed on the standard output; what is said about it goes to the
     * standard error.
     *
     * @param arguments what to do, and Spring's command-line properties
     * @return the exit code: 0 where it was done, 1 where it was refused, 2 where the arguments make no sense
     */
    public static int run(String... arguments) {
        return new Keys(System.out, System.err).obey(arguments);
    }

    int obey(String... arguments) {
        KeyOptions options = KeyOptions.of(arguments);
        if (!isCommand(options)) {
            notes.println(USAGE);
            return CommandRun.MISUSED;
        }
        return CommandRun.of(() -> obey(options), notes);
    }

    private void obey(KeyOptions options) throws IOException {
        KeyTerms terms = options.terms();
        String[] properties = options.properties().toArray(String[]::new);
        try (CommandDatabase database = CommandDatabase.of(ServerConfiguration.read(properties));
                KeyStore store = KeyStore.in(database.access())) {
            obey(options.words(), terms, store);
        }
    }

    private static boolean isCommand(KeyOptions options) {
        List<String> words = options.words();
        return switch (words.isEmpty() ? "" : words.getFirst()) {
            case "add" -> words.size() == 2;
            case "revoke" -> words.size() == 2 && !options.hasTerms();
            case "list" -> words.size() == 1 && !options.hasTerms();
            default -> false;
        };
    }

    private void obey(List<String> words, KeyTerms terms, KeyStore store) {
        switch (words.getFirst()) {
            case "add" -> {
                out.println(store.add().add(KeyName.of(words.get(1)), terms).value());
                notes.println("Keep it well: it cannot be shown again.");
            }
            case "revoke" -> {
                store.revoke().revoke(KeyName.of(words.get(1)));
                notes.println("Revoked.");
            }
            default -> store.list().list().forEach(key -> out.println(line(key)));
        }
    }

    private static String line(ApiKey key) {
        String line = key.name() + "\t" + key.createdAt() + "\t" + key.requestsPerMinute() + " requests a minute";
        return key.expiresAt() == null ? line : line + "\tends " + key.expiresAt();
    }
}
