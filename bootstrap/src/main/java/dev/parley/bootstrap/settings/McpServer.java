package dev.parley.bootstrap.settings;

import dev.parley.assistant.mcp.McpEndpoint;
import dev.parley.assistant.mcp.McpServerSettings;
import dev.parley.bootstrap.constraint.WebAddress;
import dev.parley.bootstrap.failure.InvalidConfigurationException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A server that speaks the Model Context Protocol: at an address, or a program that Parley starts.
 *
 * @param url where it is; null for a program
 * @param headers of each request, as {@code Name=value} with commas between; they may be secrets
 * @param command the program; null for an address
 * @param arguments the program's
 * @param environment variables of the program, as {@code NAME=value} with commas between; they may be secrets
 * @param prefix what the names of its tools begin with; null for the server's name
 * @param tools the tools that models may use; empty for all
 */
public record McpServer(
        @Nullable String url,
        @DefaultValue("") String headers,
        @Nullable String command,
        @DefaultValue List<String> arguments,
        @DefaultValue("") String environment,
        @Nullable String prefix,
        @DefaultValue List<String> tools) {

    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9_-]{0,40}");

    public McpServer {
        url = Setting.blankToNull(url);
        command = Setting.blankToNull(command);
        arguments = List.copyOf(arguments);
        tools = List.copyOf(tools);
    }

    /** The headers by name. */
    public Map<String, String> headersByName(String server) {
        return Pairs.of(McpSettings.named(server, "headers"), headers);
    }

    /** The variables by name. */
    public Map<String, String> environmentByName(String server) {
        return Pairs.of(McpSettings.named(server, "environment"), environment);
    }

    /** What the names of its tools begin with. */
    public String prefixOf(String server) {
        return prefix == null ? server + "_" : prefix;
    }

    /** The server as it is connected to. */
    McpServerSettings connection(String server) {
        return new McpServerSettings(server, endpoint(server), prefixOf(server), Set.copyOf(tools));
    }

    private McpEndpoint endpoint(String server) {
        if (url != null) {
            return new McpEndpoint.Http(URI.create(url), headersByName(server));
        }
        List<String> program = new ArrayList<>();
        program.add(Objects.requireNonNull(command));
        program.addAll(arguments);
        return new McpEndpoint.Stdio(program, environmentByName(server));
    }

    boolean isEmpty() {
        return url == null
                && command == null
                && headers.isBlank()
                && arguments.isEmpty()
                && environment.isBlank()
                && tools.isEmpty();
    }

    /**
     * Checks what is set for a server.
     *
     * @throws InvalidConfigurationException naming the setting that is wrong, and no value that may be a secret
     */
    void check(String server) {
        if ((url == null) == (command == null)) {
            throw new InvalidConfigurationException("Set either " + McpSettings.named(server, "url") + " or "
                    + McpSettings.named(server, "command") + ": a server has an address or is a program.");
        }
        if (url == null) {
            checkUnset(headers.isBlank(), server, "headers", "url");
        } else {
            checkUnset(arguments.isEmpty(), server, "arguments", "command");
            checkUnset(environment.isBlank(), server, "environment", "command");
            checkUrl(server, url);
        }
        headersByName(server).forEach((name, value) -> checkHeader(server, name, value));
        environmentByName(server);
        if (!PREFIX.matcher(prefixOf(server)).matches()) {
            throw new InvalidConfigurationException(McpSettings.named(server, "prefix")
                    + " must be at most 40 letters, digits, underscores and hyphens.");
        }
    }

    /** The address is not shown, since some hold a key. */
    private static void checkUrl(String server, String url) {
        if (!WebAddress.Validator.holds(url)) {
            throw new InvalidConfigurationException(
                    McpSettings.named(server, "url") + " must be an http or https address.");
        }
    }

    private static void checkUnset(boolean unset, String server, String setting, String needed) {
        if (!unset) {
            throw new InvalidConfigurationException(McpSettings.named(server, setting) + " needs "
                    + McpSettings.named(server, needed) + ", which is not set.");
        }
    }

    private static void checkHeader(String server, String name, String value) {
        try {
            HttpRequest.newBuilder().header(name, value);
        } catch (IllegalArgumentException e) {
            throw new InvalidConfigurationException(
                    McpSettings.named(server, "headers") + " holds a header that cannot be sent: " + name + ".");
        }
    }

    @Override
    public String toString() {
        return "McpServer[" + (url == null ? "command=" + command : "url=hidden") + ", prefix=" + prefix + ", tools="
                + tools + "]";
    }
}
