package dev.parley.bootstrap.start;

import dev.parley.application.assistant.Assistant;
import dev.parley.assistant.offline.OfflineAssistant;
import dev.parley.assistant.openai.OpenAiModel;
import dev.parley.bootstrap.database.DatabaseRoutes;
import dev.parley.bootstrap.database.EmbeddedServer;
import dev.parley.bootstrap.settings.Settings;
import dev.parley.web.home.ServerSummary;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StartConfiguration {

    private static final Logger log = LoggerFactory.getLogger(StartConfiguration.class);

    @Bean
    ServerSummary serverSummary(
            Settings settings,
            ServerProperties server,
            DataSource dataSource,
            DatabaseRoutes routes,
            ObjectProvider<EmbeddedServer> embedded,
            Assistant assistant,
            ObjectProvider<OpenAiModel> model,
            @Value("${springdoc.api-docs.enabled:true}") boolean isDescribed) {
        return new ServerSummary(
                ServerVersion.text(),
                assistant(assistant, model.getIfAvailable() != null, settings),
                data(settings, routes, dataSource, embedded.getIfAvailable()),
                ServerAddress.isLoopback(server.getAddress()) && settings.publicUrl() == null,
                isDescribed);
    }

    private static String assistant(Assistant assistant, boolean isModel, Settings settings) {
        if (assistant instanceof OfflineAssistant) {
            return "offline; PARLEY_ASSISTANT_API_KEY or PARLEY_ASSISTANT_BASE_URL connects a model";
        }
        return isModel
                ? settings.assistant().model() + " at "
                        + Objects.requireNonNullElse(settings.assistant().baseUrl(), "OpenAI")
                : assistant.getClass().getSimpleName();
    }

    private static String data(
            Settings settings, DatabaseRoutes routes, DataSource dataSource, @Nullable EmbeddedServer embedded) {
        return embedded == null
                ? database(dataSource) + " at " + routes.runtime().place()
                : settings.dataFolder() + " (embedded " + database(dataSource) + (embedded.isNew() ? ", new)" : ")");
    }

    private static String database(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return "PostgreSQL "
                    + connection.getMetaData().getDatabaseProductVersion().replaceFirst(" .*", "");
        } catch (SQLException e) {
            log.debug("The version of PostgreSQL cannot be read", e);
            return "PostgreSQL";
        }
    }
}
