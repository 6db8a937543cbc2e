package dev.parley.bootstrap.start;

import dev.parley.application.assistant.Assistant;
import dev.parley.assistant.offline.OfflineAssistant;
import dev.parley.assistant.openai.OpenAiModel;
import dev.parley.bootstrap.database.DatabaseRoutes;
import dev.parley.bootstrap.database.EmbeddedServer;
import dev.parley.bootstrap.settings.Setting;
import dev.parley.bootstrap.settings.Settings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Logs at the end of the start what its reader needs: where the server is, where its data lie, who answers, who may come in. */
@Component
final class StartSummary {

    private static final Logger log = LoggerFactory.getLogger(StartSummary.class);

    private final WebServerApplicationContext context;
    private final ServerProperties server;
    private final Settings settings;
    private final DataSource dataSource;
    private final DatabaseRoutes routes;
    private final ObjectProvider<EmbeddedServer> embedded;
    private final Assistant assistant;
    private final ObjectProvider<OpenAiModel> model;

    StartSummary(
            WebServerApplicationContext context,
            ServerProperties server,
            Settings settings,
            DataSource dataSource,
            DatabaseRoutes routes,
            ObjectProvider<EmbeddedServer> embedded,
            Assistant assistant,
            ObjectProvider<OpenAiModel> model) {
        this.context = context;
        this.server = server;
        this.settings = settings;
        this.dataSource = dataSource;
        this.routes = routes;
        this.embedded = embedded;
        this.assistant = assistant;
        this.model = model;
    }

    /** One event, whose parts are fields where logs are JSON. */
    @EventListener(ApplicationReadyEvent.class)
    void log() {
        String address = address();
        Map<String, String> parts = parts();
        LoggingEventBuilder event = log.atInfo().addKeyValue("address", address);
        for (Map.Entry<String, String> part : parts.entrySet()) {
            event = event.addKeyValue(part.getKey(), part.getValue());
        }
        event.log("Parley {} is ready: {}{}", ServerVersion.text(), address, lines(parts));
    }

    private Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("data", data());
        parts.put("assistant", assistant());
        parts.put("accounts", accounts());
        return parts;
    }

    private String address() {
        return ServerAddress.of(
                server, Objects.requireNonNull(context.getWebServer()).getPort());
    }

    private String data() {
        EmbeddedServer own = embedded.getIfAvailable();
        return own == null
                ? database() + " at " + routes.runtime().place()
                : settings.dataFolder() + " (embedded " + database() + (own.isNew() ? ", new)" : ")");
    }

    private String database() {
        try (Connection connection = dataSource.getConnection()) {
            return "PostgreSQL "
                    + connection.getMetaData().getDatabaseProductVersion().replaceFirst(" .*", "");
        } catch (SQLException e) {
            log.debug("The version of PostgreSQL cannot be read", e);
            return "PostgreSQL";
        }
    }

    private String assistant() {
        if (assistant instanceof OfflineAssistant) {
            return "offline; PARLEY_ASSISTANT_API_KEY or PARLEY_ASSISTANT_BASE_URL connects a model";
        }
        return model.getIfAvailable() == null
                ? assistant.getClass().getSimpleName()
                : settings.assistant().model() + " at "
                        + Objects.requireNonNullElse(settings.assistant().baseUrl(), "OpenAI");
    }

    private String accounts() {
        if (settings.auth().localAccounts()) {
            return "people can register: POST /api/v1/auth/register";
        }
        return settings.auth().issuerUri() == null
                ? "those with a token that is signed with " + Setting.JWT_SECRET
                : "those of " + settings.auth().issuerUri();
    }

    private static String lines(Map<String, String> parts) {
        return parts.entrySet().stream()
                .map(part -> "%n  %-10s %s".formatted(part.getKey(), part.getValue()))
                .collect(Collectors.joining());
    }
}
