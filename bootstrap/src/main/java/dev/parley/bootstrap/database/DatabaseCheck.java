package dev.parley.bootstrap.database;

import dev.parley.bootstrap.failure.InvalidConfigurationException;
import dev.parley.bootstrap.settings.OnEmbeddedDatabase;
import dev.parley.bootstrap.settings.Setting;
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
        if (OnEmbeddedDatabase.holds(context.getEnvironment())) {
            Platform.current().refuseWithoutPostgres();
        } else {
            refuseUnusable(ConfiguredDatabase.routes(context.getEnvironment()));
        }
    }

    /** After the settings have been checked. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    private static void refuseUnusable(DatabaseRoutes routes) {
        try (Connection connection = routes.runtime().connect()) {
            Optional<String> refusal = DatabaseErrorText.ofServer(routes.runtime(), connection);
            if (refusal.isPresent()) {
                throw new InvalidConfigurationException(refusal.get());
            }
            if (routes.isPooled()) {
                refuseAnotherServer(routes, connection);
            } else {
                refuseBrokenStatements(routes.runtime(), connection);
            }
        } catch (SQLException e) {
            throw new InvalidConfigurationException(DatabaseErrorText.of(routes.runtime(), e), e);
        }
        if (routes.hasTwoRoles()) {
            refuseUnusableOwner(routes.migration());
            new SchemaOwner(routes).refuseForeignTables();
        }
    }

    private static void refuseAnotherServer(DatabaseRoutes routes, Connection runtime) {
        try (Connection direct = routes.direct().connect()) {
            if (ConnectionPooler.isDetected(direct)) {
                throw new InvalidConfigurationException(Setting.DATABASE_DIRECT_URL
                        + " leads to a connection pooler; it has to be the address of PostgreSQL itself.");
            }
            if (!ConnectionPooler.isSameDatabase(runtime, direct)) {
                throw new InvalidConfigurationException(Setting.DATABASE_DIRECT_URL + " leads to another database than "
                        + Setting.DATABASE_URL + "; it has to be the same one, without the pooler.");
            }
        } catch (SQLException e) {
            throw new InvalidConfigurationException(DatabaseErrorText.ofDirect(routes.direct(), e), e);
        }
    }

    private static void refuseBrokenStatements(DatabaseAccess access, Connection connection) throws SQLException {
        if (ConnectionPooler.isDetected(connection) && ConnectionPooler.breaksPreparedStatements(access)) {
            throw new InvalidConfigurationException(Setting.DATABASE_URL
                    + " leads to a connection pooler that breaks prepared statements, such as PgBouncer in transaction mode."
                    + " Set " + Setting.DATABASE_DIRECT_URL
                    + " to the address of PostgreSQL itself: Parley then prepares no statements, and goes there for what needs"
                    + " a session.");
        }
    }

    private static void refuseUnusableOwner(DatabaseAccess owner) {
        try (Connection connection = owner.connect()) {
            if (!connection.getMetaData().getUserName().equals(owner.username())) {
                throw new InvalidConfigurationException(
                        "The address itself names a user, so that " + Setting.MIGRATION_USERNAME
                                + " has no effect; remove it from " + Setting.DATABASE_URL + " and "
                                + Setting.DATABASE_DIRECT_URL
                                + ", and set " + Setting.DATABASE_USERNAME + ".");
            }
        } catch (SQLException e) {
            throw new InvalidConfigurationException(DatabaseErrorText.ofMigration(owner, e), e);
        }
    }
}
