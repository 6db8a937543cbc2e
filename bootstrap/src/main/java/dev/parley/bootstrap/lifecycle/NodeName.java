package dev.parley.bootstrap.lifecycle;

import dev.parley.bootstrap.settings.OnEmbeddedDatabase;
import dev.parley.bootstrap.settings.Setting;
import dev.parley.domain.run.Node;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import org.springframework.core.env.Environment;

/** Names this server, so that it finds what an earlier start of it has left. */
public final class NodeName {

    private static final String ANY_PORT = "0";

    private NodeName() {}

    /** The only node of an embedded database, else the one that listens on this port of this host. */
    public static Node of(Environment environment) {
        UUID start = UUID.randomUUID();
        if (OnEmbeddedDatabase.holds(environment)) {
            return new Node("embedded", start);
        }
        String port = environment.getProperty(Setting.PORT.property(), "8080");
        return new Node(port.equals(ANY_PORT) ? start.toString() : host() + ":" + port, start);
    }

    /** A host without a name is found by nobody, so its runs end with their leases. */
    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return UUID.randomUUID().toString();
        }
    }
}
