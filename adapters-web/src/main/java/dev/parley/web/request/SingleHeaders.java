package dev.parley.web.request;

import dev.parley.domain.shared.InvalidRequest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Enumeration;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses headers that decide something and have one value (RFC 9110, section 5.3) where they are sent more than once: a
 * proxy may have read another of them.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 18)
final class SingleHeaders extends OncePerRequestFilter {

    private static final List<String> NAMES = List.of(
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.ORIGIN,
            HttpHeaders.RANGE,
            "Idempotency-Key",
            "Last-Event-ID");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        for (String name : NAMES) {
            if (isRepeated(request.getHeaders(name))) {
                throw new InvalidRequest(name, RequestError.MUST_NOT_BE_SENT_TWICE);
            }
        }
        chain.doFilter(request, response);
    }

    private static boolean isRepeated(Enumeration<String> values) {
        if (!values.hasMoreElements()) {
            return false;
        }
        values.nextElement();
        return values.hasMoreElements();
    }
}
