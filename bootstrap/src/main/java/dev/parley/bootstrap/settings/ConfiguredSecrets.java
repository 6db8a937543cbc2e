package dev.parley.bootstrap.settings;

import dev.parley.application.shared.Secrets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** The secrets among the settings, which may stand in the messages of whoever is sent them. */
public final class ConfiguredSecrets {

    /** A password in a JDBC address. */
    private static final Pattern IN_ADDRESS = Pattern.compile("(?i)[?&](?:ssl)?password=([^&]*)");

    private ConfiguredSecrets() {}

    /** The passwords of databases, keys, and the headers, variables and addresses of servers. */
    public static Secrets of(Settings settings, Environment environment) {
        List<@Nullable String> secrets = new ArrayList<>();
        secrets.add(settings.auth().jwtSecret());
        secrets.add(settings.assistant().apiKey());
        secrets.addAll(settings.assistant().headersByName().values());
        settings.mcp().servers().forEach((name, server) -> secrets.addAll(of(name, server)));
        secrets.add(environment.getProperty(Setting.DATABASE_PASSWORD.property()));
        secrets.add(environment.getProperty(Setting.MIGRATION_PASSWORD.property()));
        secrets.addAll(inAddress(environment.getProperty(Setting.DATABASE_URL.property(), "")));
        secrets.addAll(inAddress(environment.getProperty(Setting.DATABASE_DIRECT_URL.property(), "")));
        return new Secrets(secrets);
    }

    private static Collection<@Nullable String> of(String name, McpServer server) {
        List<@Nullable String> secrets =
                new ArrayList<>(server.headersByName(name).values());
        secrets.addAll(server.environmentByName(name).values());
        secrets.add(server.url());
        return secrets;
    }

    private static List<String> inAddress(String url) {
        return IN_ADDRESS
                .matcher(url)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
