package dev.parley.bootstrap.database;

import dev.parley.bootstrap.settings.OnEmbeddedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Migrations do not use the pool: they connect as the schema's owner, without a pooler and without a timeout of statements.
 */
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {

    @Bean
    DatabaseRoutes databaseRoutes(ObjectProvider<EmbeddedServer> embedded, Environment environment) {
        return OnEmbeddedDatabase.holds(environment)
                ? embedded.getObject().routes()
                : ConfiguredDatabase.routes(environment);
    }

    @Bean
    FlywayConnectionDetails flywayConnectionDetails(DatabaseRoutes routes) {
        DatabaseAccess owner = routes.migration();
        return new FlywayConnectionDetails() {

            @Override
            public @Nullable String getUsername() {
                return owner.username();
            }

            @Override
            public @Nullable String getPassword() {
                return owner.password();
            }

            @Override
            public String getJdbcUrl() {
                return owner.url();
            }
        };
    }

    /** Grants the runtime role its privileges on what the migrations have made. */
    @Bean
    FlywayMigrationStrategy migrationStrategy(DatabaseRoutes routes) {
        return flyway -> {
            flyway.migrate();
            new SchemaOwner(routes).grantRuntimeRole();
        };
    }
}
