package dev.parley.bootstrap.settings;

import dev.parley.bootstrap.failure.InvalidConfigurationException;
import dev.parley.bootstrap.failure.PortInUse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/** The server listens when all else has been started, which is late to learn that it cannot. */
final class PortCheck {

    private static final int DEFAULT = 8080;
    private static final int BACKLOG = 1;

    private PortCheck() {}

    /**
     * Listens for a moment.
     *
     * @throws InvalidConfigurationException if a port cannot be listened on
     */
    static void check(Environment environment) {
        String address = environment.getProperty("server.address", "");
        int port = environment.getProperty(Setting.PORT.property(), Integer.class, DEFAULT);
        int management = environment.getProperty("management.server.port", Integer.class, port);
        Stream.of(port, management).distinct().filter(each -> each > 0).forEach(each -> check(address, each));
    }

    private static void check(String address, int port) {
        try {
            InetAddress local = address.isBlank() ? null : InetAddress.getByName(address);
            new ServerSocket(port, BACKLOG, local).close();
        } catch (IOException e) {
            throw new InvalidConfigurationException(PortInUse.sentence(port, String.valueOf(e.getMessage())), e);
        }
    }
}
