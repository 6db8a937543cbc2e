package dev.parley.web.request;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.firewall.RequestRejectedException;

/**
 * What the outermost of the trusted proxies says about a request. Each proxy adds the address that it was asked by at the right,
 * so they are read from there, up to the first one that is not trusted: what stands further left, anybody may have written.
 *
 * @param client the address of the client
 * @param headers what the proxy says besides, as headers {@code X-Forwarded-*} with one value each
 */
record ForwardedHop(InetAddress client, Map<String, String> headers) {

    static final String FORWARDED = "Forwarded";
    static final String FOR = "X-Forwarded-For";
    static final String PROTO = "X-Forwarded-Proto";
    static final String HOST = "X-Forwarded-Host";
    static final String PORT = "X-Forwarded-Port";
    static final String PREFIX = "X-Forwarded-Prefix";

    private static final Map<String, Pattern> FORMS = Map.of(
            PROTO, Pattern.compile("(?i)https?"),
            HOST, Pattern.compile("(?:[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::[0-9]{1,5})?"),
            PORT, Pattern.compile("[0-9]{1,5}"),
            PREFIX, Pattern.compile("(?:/(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~-]+)*/?"));

    private static final Pattern NODE = Pattern.compile("\\[(?<six>[^]]+)](?::\\d+)?|(?<four>[0-9.]+)(?::\\d+)?");
    private static final String VALUE = "[^\\s\",;=]*+|\"(?:[^\"\\\\]++|\\\\.)*+\"";
    private static final Pattern PAIR = Pattern.compile("\\s*([A-Za-z]+)=(" + VALUE + ")\\s*([;,]|$)\\s*");

    ForwardedHop {
        headers = Map.copyOf(headers);
    }

    /**
     * Reads the headers {@code X-Forwarded-*} of a request.
     *
     * @param values all values of a header, in their order
     */
    static ForwardedHop of(InetAddress peer, Predicate<InetAddress> isTrusted, Values values) {
        List<String> nodes = values.of(FOR);
        Walk walk = Walk.of(peer, nodes, isTrusted);
        Map<String, String> headers = new HashMap<>();
        for (String name : FORMS.keySet()) {
            List<String> said = values.of(name);
            if (!said.isEmpty()) {
                int last = said.size() - 1;
                put(headers, name, said.get(said.size() == nodes.size() ? Math.max(0, last - walk.trusted()) : last));
            }
        }
        return new ForwardedHop(walk.client(), headers);
    }

    /** Reads the header {@code Forwarded} (RFC 7239) of a request. */
    static ForwardedHop ofStandard(InetAddress peer, Predicate<InetAddress> isTrusted, String header) {
        List<Map<String, String>> elements = elements(header);
        List<String> nodes = elements.stream()
                .map(element -> element.getOrDefault("for", "unknown"))
                .toList();
        Walk walk = Walk.of(peer, nodes, isTrusted);
        Map<String, String> element = elements.get(Math.max(0, elements.size() - 1 - walk.trusted()));
        Map<String, String> headers = new HashMap<>();
        put(headers, PROTO, element.get("proto"));
        put(headers, HOST, element.get("host"));
        return new ForwardedHop(walk.client(), headers);
    }

    private static void put(Map<String, String> headers, String name, @Nullable String value) {
        Pattern form = FORMS.get(name);
        if (value != null && form != null) {
            if (!form.matcher(value).matches()) {
                throw new RequestRejectedException(name + " is malformed");
            }
            headers.put(name, value);
        }
    }

    private static List<Map<String, String>> elements(String header) {
        List<Map<String, String>> elements = new ArrayList<>(List.of(new HashMap<>()));
        Matcher pair = PAIR.matcher(header);
        int end = 0;
        while (end < header.length()) {
            if (!pair.find(end) || pair.start() != end) {
                throw new RequestRejectedException("Forwarded is malformed");
            }
            elements.getLast().put(pair.group(1).toLowerCase(Locale.ROOT), unquoted(pair.group(2)));
            if (pair.group(3).equals(",")) {
                elements.add(new HashMap<>());
            }
            end = pair.end();
        }
        return elements;
    }

    private static String unquoted(String value) {
        return value.startsWith("\"") ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
    }

    /** The values of a request's headers, those of lists one by one. */
    @FunctionalInterface
    interface Values {

        /** All values of a header, in their order. */
        List<String> of(String name);
    }

    /**
     * The way from the right to the client.
     *
     * @param client the first address that is not trusted, or else the last that could be read
     * @param trusted how many trusted addresses stand at the right of it
     */
    private record Walk(InetAddress client, int trusted) {

        static Walk of(InetAddress peer, List<String> nodes, Predicate<InetAddress> isTrusted) {
            InetAddress client = peer;
            int trusted = 0;
            for (String node : nodes.reversed()) {
                InetAddress address = address(node);
                if (address == null) {
                    break;
                }
                client = address;
                if (!isTrusted.test(address)) {
                    break;
                }
                trusted++;
            }
            return new Walk(client, Math.min(trusted, Math.max(0, nodes.size() - 1)));
        }

        private static @Nullable InetAddress address(String node) {
            Matcher form = NODE.matcher(node);
            if (!form.matches()) {
                return ClientNetwork.literal(node);
            }
            String six = form.group("six");
            return ClientNetwork.literal(six == null ? form.group("four") : six);
        }
    }
}
