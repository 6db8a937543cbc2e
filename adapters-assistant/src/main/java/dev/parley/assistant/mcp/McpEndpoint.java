package dev.parley.assistant.mcp;

import dev.parley.application.shared.Secrets;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where a server is. */
public sealed interface McpEndpoint {

    /** What must not be logged. */
    Secrets secrets();

    /**
     * A server that is asked over streamable HTTP.
     *
     * @param headers of every request, which may be secrets
     */
    record Http(URI url, Map<String, String> headers) implements McpEndpoint {

        /** Copies the headers. */
        public Http {
            headers = Map.copyOf(headers);
        }

        @Override
        public Secrets secrets() {
            return new Secrets(Stream.concat(headers.values().stream(), Stream.of(url.toString()))
                    .toList());
        }

        /** Names the headers without their values, and the host without what may hide in the rest of the address. */
        @Override
        public String toString() {
            return "Http[host=" + url.getHost() + ", headers=" + headers.keySet() + "]";
        }
    }

    /**
     * A server that Parley starts, and talks to over its standard input and output.
     *
     * @param command the program and its arguments
     * @param environment variables beside the few that it inherits; they may be secrets
     */
    record Stdio(List<String> command, Map<String, String> environment) implements McpEndpoint {

        /** Copies what it is given. */
        public Stdio {
            command = List.copyOf(command);
            environment = Map.copyOf(environment);
        }

        @Override
        public Secrets secrets() {
            return new Secrets(environment.values());
        }

        /** Names the program and the variables, without arguments and values. */
        @Override
        public String toString() {
            return "Stdio[program=" + command.getFirst() + ", environment=" + environment.keySet() + "]";
        }
    }
}
