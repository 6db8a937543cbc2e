package dev.parley.bootstrap.database;

import dev.parley.bootstrap.settings.OnEmbeddedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Migrations do not use the pool: they connect without a pooler and without a timeout of statements.
 */
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {

    @Bean
    DatabaseRoutes databaseRoutes(ObjectProvider<EmbeddedServer> embedded, Environment environment) {
        return OnEmbeddedDatabase.holds(environment)
                ? DatabaseRoutes.single(embedded.getObject().access())
                : ConfiguredDatabase.routes(environment);
    }

    @Bean
    FlywayConnectionDetails flywayConnectionDetails(DatabaseRoutes routes) {
        DatabaseAccess direct = routes.direct();
        return new FlywayConnectionDetails() {

            @Override
            public @Nullable String getUsername() {
                return direct.username();
            }

            @Override
            public @Nullable String getPassword() {
                return direct.password();
            }

            @Override
            public String getJdbcUrl() {
                return direct.url();
            }
        };
    }
}
