package dev.parley.bootstrap.database;

import dev.parley.bootstrap.folder.DataFolder;
import dev.parley.bootstrap.settings.OnEmbeddedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The pool depends on the server and the server on the folder, so they are closed in the opposite order. */
@Configuration(proxyBeanMethods = false)
@Conditional(OnEmbeddedDatabase.class)
class EmbeddedServerConfiguration {

    @Bean
    EmbeddedServer embeddedServer(DataFolder folder) {
        return EmbeddedServer.start(folder);
    }

    @Bean
    JdbcConnectionDetails embeddedConnectionDetails(EmbeddedServer server) {
        DatabaseAccess access = server.routes().runtime();
        return new JdbcConnectionDetails() {

            @Override
            public @Nullable String getUsername() {
                return access.username();
            }

            @Override
            public @Nullable String getPassword() {
                return access.password();
            }

            @Override
            public String getJdbcUrl() {
                return access.url();
            }
        };
    }
}
