package dev.parley.web.home;

import dev.parley.web.home.HomeDocument.Link;
import dev.parley.web.http.AcceptedLanguage;
import dev.parley.web.http.Envelope;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What this server is, for whoever opens its address: a page for browsers, JSON for all others. */
@Hidden
@RestController
final class HomeController {

    private static final List<Link> DESCRIPTION = List.of(
            new Link("service-doc", "swagger-ui.html", HomeText.TRY_THE_API),
            new Link("service-desc", "v3/api-docs", HomeText.API_DESCRIPTION));
    private static final Link HEALTH = new Link("status", "actuator/health", HomeText.SERVER_HEALTH);

    private final ServerSummary server;

    HomeController(ServerSummary server) {
        this.server = server;
    }

    @GetMapping(path = "/", produces = MediaType.APPLICATION_JSON_VALUE)
    Envelope<HomeDocument> describe(HttpServletRequest request) {
        return Envelope.of(home(request));
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> show(HttpServletRequest request) {
        return ResponseEntity.ok()
                .header("Content-Security-Policy", HomePage.POLICY)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE)
                .body(HomePage.of(home(request), AcceptedLanguage.spoken(request)));
    }

    /** Browsers ask for it beside whatever they show; there is none. */
    @GetMapping("/favicon.ico")
    ResponseEntity<Void> icon() {
        return ResponseEntity.noContent()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)))
                .build();
    }

    private HomeDocument home(HttpServletRequest request) {
        List<Link> links = new ArrayList<>(server.isDescribed() ? DESCRIPTION : List.of());
        links.add(HEALTH);
        return new HomeDocument(
                "Parley", server.version(), server.assistant(), isOnThisMachine(request) ? server.data() : null, links);
    }

    /** A proxy on this machine forwards for others, and names the host that they asked for. */
    private boolean isOnThisMachine(HttpServletRequest request) {
        return server.isLocal()
                && InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress()
                && isLoopback(request.getServerName());
    }

    private static boolean isLoopback(String host) {
        try {
            return host.equals("localhost")
                    || InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
        } catch (IllegalArgumentException aName) {
            return false;
        }
    }
}
