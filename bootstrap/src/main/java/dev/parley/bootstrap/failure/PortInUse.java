package dev.parley.bootstrap.failure;

/** The sentence that says why a port cannot be listened on. */
public final class PortInUse {

    private static final String IN_USE = "in use";

    private PortInUse() {}

    static String sentence(int port) {
        return sentence("server.port", port, IN_USE);
    }

    /**
     * The sentence for a port.
     *
     * @param property that it is set with
     * @param reason as the system says it
     */
    public static String sentence(String property, int port, String reason) {
        String problem = reason.contains(IN_USE)
                ? "Port " + port + " is in use; stop what listens there or set "
                : "Port " + port + " cannot be listened on (" + reason + "); set ";
        return problem + SettingName.of(property) + " to another port.";
    }
}
