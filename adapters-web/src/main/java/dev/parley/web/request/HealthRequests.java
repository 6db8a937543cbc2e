package dev.parley.web.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever asks for health is answered, whatever its headers are: none means anything there but {@code Authorization}, by
 * which an administrator is shown more.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 11)
final class HealthRequests extends OncePerRequestFilter {

    private static final String HEALTH = "/actuator/health";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = RequestPath.of(request);
        return !path.equals(HEALTH) && !path.startsWith(HEALTH + "/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new WithoutHeaders(request), response);
    }

    private static final class WithoutHeaders extends HttpServletRequestWrapper {

        WithoutHeaders(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return values(name).stream().findFirst().orElse(null);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return Collections.enumeration(values(name));
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            return Collections.enumeration(
                    values(HttpHeaders.AUTHORIZATION).isEmpty() ? List.of() : List.of(HttpHeaders.AUTHORIZATION));
        }

        @Override
        public int getIntHeader(String name) {
            return -1;
        }

        @Override
        public long getDateHeader(String name) {
            return -1;
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }

        /** Two tokens are none, since a proxy may have read the other. */
        private List<String> values(String name) {
            List<String> values = name.equalsIgnoreCase(HttpHeaders.AUTHORIZATION)
                    ? Collections.list(super.getHeaders(name))
                    : List.of();
            return values.size() == 1 && StandardCharsets.US_ASCII.newEncoder().canEncode(values.getFirst())
                    ? values
                    : List.of();
        }
    }
}
