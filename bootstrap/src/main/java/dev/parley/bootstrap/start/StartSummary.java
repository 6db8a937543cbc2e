package dev.parley.bootstrap.start;

import dev.parley.bootstrap.settings.Setting;
import dev.parley.bootstrap.settings.Settings;
import dev.parley.web.home.ServerSummary;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
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
    private final ServerSummary summary;

    StartSummary(
            WebServerApplicationContext context, ServerProperties server, Settings settings, ServerSummary summary) {
        this.context = context;
        this.server = server;
        this.settings = settings;
        this.summary = summary;
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
        event.log("Parley {} is ready: {}{}", summary.version(), address, lines(parts));
    }

    private Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("data", summary.data());
        parts.put("assistant", summary.assistant());
        parts.put("accounts", accounts());
        return parts;
    }

    private String address() {
        return ServerAddress.of(
                server, Objects.requireNonNull(context.getWebServer()).getPort());
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
