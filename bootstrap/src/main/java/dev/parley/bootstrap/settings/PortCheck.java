package dev.parley.bootstrap.settings;

import dev.parley.bootstrap.failure.InvalidConfigurationException;
import dev.parley.bootstrap.failure.PortInUse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.springframework.core.env.Environment;

/** The server listens when all else has been started, which is late to learn that it cannot. */
final class PortCheck {

    static final String ADDRESS = "server.address";
    static final String MANAGEMENT_ADDRESS = "management.server.address";

    private static final String MANAGEMENT_PORT = "management.server.port";
    private static final int DEFAULT = 8080;
    private static final int BACKLOG = 1;

    private PortCheck() {}

    /**
     * Listens for a moment.
     *
     * @throws InvalidConfigurationException if a port cannot be listened on
     */
    static void check(Environment environment) {
        int port = environment.getProperty(Setting.PORT.property(), Integer.class, DEFAULT);
        check(environment, Setting.PORT.property(), ADDRESS, port);
        int management = environment.getProperty(MANAGEMENT_PORT, Integer.class, port);
        if (management != port) {
            check(environment, MANAGEMENT_PORT, MANAGEMENT_ADDRESS, management);
        }
    }

    /**
     * Listens for a moment on a port of an address of this machine.
     *
     * @param address blank for all of them
     * @param port 0 for any that is free
     * @throws IOException if that cannot be done
     */
    static void listen(String address, int port) throws IOException {
        new ServerSocket(port, BACKLOG, address.isBlank() ? null : InetAddress.getByName(address)).close();
    }

    private static void check(Environment environment, String property, String addressProperty, int port) {
        if (port <= 0) {
            return;
        }
        try {
            listen(environment.getProperty(addressProperty, ""), port);
        } catch (IOException e) {
            throw new InvalidConfigurationException(
                    PortInUse.sentence(property, port, String.valueOf(e.getMessage())), e);
        }
    }
}
