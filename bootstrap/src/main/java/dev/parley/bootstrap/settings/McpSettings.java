package dev.parley.bootstrap.settings;

import dev.parley.assistant.mcp.McpServerSettings;
import dev.parley.bootstrap.failure.InvalidConfigurationException;
import dev.parley.bootstrap.failure.SettingName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The MCP servers whose tools models may use.
 *
 * @param servers by their names; one of which nothing is set but empty values counts as absent
 */
public record McpSettings(@DefaultValue Map<String, McpServer> servers) {

    /** What begins the name of every setting of a server. */
    static final String SERVERS = "parley.mcp.servers.";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]{1,32}");

    /** Any of a server's settings, in the spellings that Spring accepts. */
    private static final Pattern SETTING = Pattern.compile(
            "parley[._]mcp[._]servers[._][a-z0-9]+[._]"
                    + "(url|headers|command|environment|prefix|(arguments|tools)(_\\d+_?|\\[\\d+])?)",
            Pattern.CASE_INSENSITIVE);

    public McpSettings {
        Map<String, McpServer> present = new TreeMap<>();
        servers.forEach((name, server) -> {
            if (!server.isEmpty()) {
                checkName(name);
                server.check(name);
                present.put(name, server);
            }
        });
        servers = present;
    }

    /** The servers as they are connected to. */
    public List<McpServerSettings> connections() {
        return servers.entrySet().stream()
                .map(server -> server.getValue().connection(server.getKey()))
                .toList();
    }

    /** Whether a property or environment variable is a setting of some server. */
    static boolean knows(String name) {
        return SETTING.matcher(name).matches();
    }

    /** The settings of a server, as sentences name them. */
    static String named(String server, String setting) {
        return SettingName.of(SERVERS + server + "." + setting);
    }

    private static void checkName(@Nullable String name) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new InvalidConfigurationException(
                    "The name of an MCP server must be at most 32 letters and digits, but is \"" + name + "\".");
        }
    }
}
