package dev.parley.bootstrap.token;

import dev.parley.bootstrap.command.LifetimeOption;
import dev.parley.bootstrap.command.ServerConfiguration;
import dev.parley.bootstrap.failure.InvalidConfigurationException;
import dev.parley.bootstrap.folder.JwtSecret;
import dev.parley.bootstrap.settings.Settings;
import dev.parley.web.security.HmacAccessTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a token with the secret that the server checks tokens with, and prints nothing else on the standard output. */
@Command(name = "token", description = "Prints a token of a user or, with --admin, of an operator.")
public final class Token implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Parameters(paramLabel = "SUBJECT", description = "The user, as the claim sub.")
    private String subject = "";

    @Option(names = "--admin", description = "With the scope parley.admin, for operators.")
    private boolean isAdministrator;

    @Option(names = "--ttl", paramLabel = "90d", description = "How long it is valid; without, an hour.")
    private String lifetime = "1h";

    private final String[] properties;

    /**
     * The command with settings of the server.
     *
     * @param properties Spring's command-line properties
     */
    public Token(String... properties) {
        this.properties = properties.clone();
    }

    @Override
    public void run() {
        if (subject.isBlank()) {
            throw new ParameterException(command.commandLine(), "SUBJECT must not be blank.");
        }
        Duration valid = LifetimeOption.of("ttl", lifetime);
        Settings settings = ServerConfiguration.read(properties).settings();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String token = tokens(settings).issue(subject, isAdministrator, now, now.plus(valid));
        command.commandLine().getOut().println(token);
    }

    private static HmacAccessTokens tokens(Settings settings) {
        String issuer = settings.auth().issuerUri();
        if (issuer != null) {
            throw new InvalidConfigurationException("Tokens are made by the issuer " + issuer
                    + "; ask it for one, with the scope parley.admin for an operator.");
        }
        return new HmacAccessTokens(JwtSecret.existing(settings).bytes());
    }
}
