package dev.parley.bootstrap.database;

import dev.parley.bootstrap.settings.OnEmbeddedDatabase;
import dev.parley.bootstrap.settings.StartRefused;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;

/** Tries the configured database before anything depends on it. */
final class DatabaseCheck implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (!OnEmbeddedDatabase.holds(context.getEnvironment())) {
            refuseUnusable(ConfiguredDatabase.access(context.getEnvironment()));
        }
    }

    /** After the settings have been checked. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    private static void refuseUnusable(DatabaseAccess access) {
        try (Connection connection = access.connect()) {
            Optional<String> refusal = DatabaseRefusal.ofVersion(access, connection);
            if (refusal.isPresent()) {
                throw new StartRefused(refusal.get());
            }
        } catch (SQLException e) {
            throw new StartRefused(DatabaseRefusal.of(access, e), e);
        }
    }
}
