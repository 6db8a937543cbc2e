package dev.parley.bootstrap.start;

import dev.parley.bootstrap.settings.Setting;
import dev.parley.bootstrap.settings.Settings;
import dev.parley.web.home.ServerSummary;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says at the start what is open to others where Parley listens on more than loopback. */
@Component
final class ExposureLog {

    private static final Logger log = LoggerFactory.getLogger(ExposureLog.class);

    private final ServerProperties server;
    private final Settings settings;
    private final ServerSummary summary;

    ExposureLog(ServerProperties server, Settings settings, ServerSummary summary) {
        this.server = server;
        this.settings = settings;
        this.summary = summary;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    void log() {
        notices(server.getAddress(), settings.publicUrl() != null, summary.isDescribed())
                .forEach(log::info);
    }

    /**
     * The lines to log.
     *
     * @param address where the server listens; null for all addresses
     */
    static List<String> notices(@Nullable InetAddress address, boolean hasPublicUrl, boolean isDescribed) {
        List<String> notices = new ArrayList<>();
        if (ServerAddress.isLoopback(address)) {
            return notices;
        }
        String others = "Others can reach Parley at " + (address == null ? "all addresses" : address.getHostAddress());
        if (!hasPublicUrl) {
            notices.add(others + ", and " + Setting.PUBLIC_URL
                    + " is not set: addresses in answers begin with the host that each request names.");
        }
        if (isDescribed) {
            notices.add(others + ", and so they can Swagger UI and the description of the API;"
                    + " SPRINGDOC_API_DOCS_ENABLED=false and SPRINGDOC_SWAGGER_UI_ENABLED=false close them.");
        }
        return notices;
    }
}
