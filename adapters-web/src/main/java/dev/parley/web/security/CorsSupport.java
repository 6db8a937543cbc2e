package dev.parley.web.security;

import dev.parley.web.error.HttpError;
import dev.parley.web.error.HttpErrorWriter;
import dev.parley.web.http.RequestId;
import dev.parley.web.request.RequestError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/**
 * Lets pages of other origins call the API (Fetch standard, section 3.2). Who calls is told by the token and never by a
 * cookie, so no credentials of a browser's own are allowed, and any header may be sent: components add headers of their own,
 * which their page does not choose. A page that is not allowed gets no CORS headers, and its browser keeps the answer from it;
 * the request itself is served, for behind a proxy a page of this server's own looks the same.
 */
@Component
final class CorsSupport extends DefaultCorsProcessor {

    private static final HttpError NOT_ALLOWED = HttpError.of(RequestError.ORIGIN_NOT_ALLOWED);

    private final HttpErrorWriter writer;
    private final CorsConfiguration configuration;

    CorsSupport(AllowedOrigins allowed, HttpErrorWriter writer) {
        this.writer = writer;
        this.configuration = configuration(allowed.origins());
    }

    CorsFilter filter() {
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/api/**", configuration);
        CorsFilter filter = new CorsFilter(source);
        filter.setCorsProcessor(this);
        return filter;
    }

    @Override
    public boolean processRequest(
            @Nullable CorsConfiguration config, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean isPreflight = CorsUtils.isPreFlightRequest(request);
        if (isPreflight || isAllowed(config, request)) {
            boolean isServed = super.processRequest(config, request, response);
            if (isPreflight && response.getStatus() == HttpStatus.FORBIDDEN.value()) {
                writer.write(NOT_ALLOWED, request, response);
            }
            return isServed;
        }
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        return true;
    }

    /** The refusal is written once it is known to be one of a request ahead of another. */
    @Override
    protected void rejectRequest(ServerHttpResponse response) {
        response.setStatusCode(HttpStatus.FORBIDDEN);
    }

    private static boolean isAllowed(@Nullable CorsConfiguration config, HttpServletRequest request) {
        return config != null && config.checkOrigin(request.getHeader(HttpHeaders.ORIGIN)) != null;
    }

    private static CorsConfiguration configuration(List<String> origins) {
        CorsConfiguration configuration = new CorsConfiguration();
        configuration.setAllowedOrigins(origins);
        configuration.setAllowedMethods(List.of(
                HttpMethod.GET.name(),
                HttpMethod.POST.name(),
                HttpMethod.PUT.name(),
                HttpMethod.PATCH.name(),
                HttpMethod.DELETE.name()));
        configuration.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        configuration.setExposedHeaders(List.of(
                RequestId.HEADER,
                "X-Run-Id",
                "Idempotency-Replayed",
                HttpHeaders.RETRY_AFTER,
                HttpHeaders.CONTENT_LANGUAGE,
                HttpHeaders.WWW_AUTHENTICATE,
                "RateLimit",
                "RateLimit-Policy"));
        configuration.setMaxAge(Duration.ofHours(1));
        return configuration;
    }
}
