package dev.parley.e2e;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogFile;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.logback.LogbackLoggingSystem;

/**
 * Logback of a JVM in which nodes start and stop side by side. The first start configures it; a later one would reset it
 * under the nodes that run, and fail where two start at once. Levels are set at every start, by Spring Boot.
 */
public final class SharedLoggingSystem extends LogbackLoggingSystem {

    private static final Object LOCK = new Object();
    private static boolean configured;

    /** Made by Spring Boot, which finds the name of this class in a system property. */
    public SharedLoggingSystem(ClassLoader loader) {
        super(loader);
    }

    @Override
    public void beforeInitialize() {
        synchronized (LOCK) {
            if (!configured) {
                super.beforeInitialize();
            }
        }
    }

    @Override
    public void initialize(
            LoggingInitializationContext context, @Nullable String configuration, @Nullable LogFile file) {
        synchronized (LOCK) {
            if (!configured) {
                super.initialize(context, configuration, file);
                configured = true;
            }
        }
    }

    @Override
    public void cleanUp() {
        // other nodes still log
    }
}
