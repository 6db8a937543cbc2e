package dev.parley.bootstrap.start;

import java.util.Objects;

/** The version of the jar that runs. */
public final class ServerVersion {

    private ServerVersion() {}

    /** Such as {@code 0.1.0}; classes that are not in a jar have none. */
    public static String text() {
        return Objects.requireNonNullElse(
                ServerVersion.class.getPackage().getImplementationVersion(), "(not packaged)");
    }
}
