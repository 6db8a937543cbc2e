package dev.parley.web.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Names each request, puts the name into everything that is logged meanwhile, and logs the end with its duration. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestLog extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(RequestLog.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long begin = System.nanoTime();
        String id = RequestId.of(request);
        response.setHeader(RequestId.HEADER, id);
        LogContext.REQUEST.put(id);
        try {
            chain.doFilter(request, response);
        } finally {
            logEnd(request, response, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
            MDC.clear();
        }
    }

    /** Health checks and metrics are read by machines all day; they are logged at DEBUG. */
    private static void logEnd(HttpServletRequest request, HttpServletResponse response, long millis) {
        Level level = request.getRequestURI().startsWith("/actuator") ? Level.DEBUG : Level.INFO;
        log.atLevel(level)
                .addKeyValue("duration_ms", millis)
                .addKeyValue("status", response.getStatus())
                .log("{} {} {} in {} ms", request.getMethod(), request.getRequestURI(), response.getStatus(), millis);
    }
}
