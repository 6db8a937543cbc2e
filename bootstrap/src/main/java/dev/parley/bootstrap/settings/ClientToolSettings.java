package dev.parley.bootstrap.settings;

import dev.parley.application.tool.ToolDefinition;
import dev.parley.assistant.ask.AskUser;
import dev.parley.bootstrap.failure.InvalidConfigurationException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The tools of ChatKit clients that the model may call.
 *
 * @param clientTools by their names; one of which nothing is set but empty values counts as absent
 */
@ConfigurationProperties("parley.chatkit")
public record ClientToolSettings(@DefaultValue Map<String, ClientToolSetting> clientTools) {

    /** Any of a tool's settings, in the spellings that Spring binds to it; a variable has no place for hyphens. */
    private static final Pattern SETTING = Pattern.compile(
            "parley\\.chatkit\\.client[-_]?tools(\\.[a-z0-9-]+|\\[[a-z0-9_-]+])\\.(name|description|schema)"
                    + "|parley_chatkit_clienttools_[a-z0-9]+_(name|description|schema)",
            Pattern.CASE_INSENSITIVE);

    public ClientToolSettings {
        Map<String, ClientToolSetting> present = new TreeMap<>();
        clientTools.forEach((key, tool) -> {
            if (!tool.isEmpty()) {
                tool.check(key);
                if (present.put(checkedName(tool.nameOr(key)), tool) != null) {
                    throw new InvalidConfigurationException(
                            "Two tools of ChatKit clients have the name " + tool.nameOr(key) + ".");
                }
            }
        });
        clientTools = present;
    }

    /** What the model is told of them. */
    public List<ToolDefinition> definitions() {
        return clientTools.entrySet().stream()
                .map(tool -> tool.getValue().definition(tool.getKey()))
                .toList();
    }

    /** Whether a property or environment variable is a setting of some tool. */
    static boolean knows(String name) {
        return SETTING.matcher(name).matches();
    }

    /** A tool's setting, as sentences name it. */
    static String named(String tool, String setting) {
        return "parley.chatkit.client-tools." + tool + "." + setting + " (PARLEY_CHATKIT_CLIENTTOOLS_"
                + tool.toUpperCase(Locale.ROOT) + "_" + setting.toUpperCase(Locale.ROOT) + ")";
    }

    private static String checkedName(String name) {
        if (!ToolDefinition.isName(name)) {
            throw new InvalidConfigurationException(
                    "The name of a client's tool must be 1 to 64 letters, digits, underscores and hyphens, but is \""
                            + name + "\".");
        }
        if (name.equals(AskUser.NAME)) {
            throw new InvalidConfigurationException(
                    "A client's tool cannot have the name " + name + ", which is a tool of Parley's.");
        }
        return name;
    }
}
