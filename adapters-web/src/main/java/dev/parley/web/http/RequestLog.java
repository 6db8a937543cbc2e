package dev.parley.web.http;

import dev.parley.web.request.RequestPath;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Names each request, puts the name into everything that is logged meanwhile, and logs the end with its duration. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class RequestLog extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(RequestLog.class);

    /** Of a refused request and its id together, so that its line stays below 300 bytes. */
    private static final int LONGEST = 150;

    private static final int SHORTEST = 20;

    private static final String LIMIT = RequestLog.class.getName() + ".limit";

    private static final Pattern UNPRINTABLE = Pattern.compile("[^ -~]");

    /** What Tomcat refuses comes to no filter but in the dispatch that answers it. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ERROR && RequestId.isKnown(request);
    }

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

    /**
     * Lets the line of a refused request name the setting that is its cause.
     *
     * @param setting null where there is none
     */
    public static void limitedBy(HttpServletRequest request, @Nullable String setting) {
        request.setAttribute(LIMIT, setting);
    }

    /** Health checks and metrics are read by machines all day; they are logged at DEBUG. */
    private static void logEnd(HttpServletRequest request, HttpServletResponse response, long millis) {
        Level level = RequestPath.of(request).startsWith("/actuator") ? Level.DEBUG : Level.INFO;
        int status = response.getStatus();
        LoggingEventBuilder end =
                log.atLevel(level).addKeyValue("duration_ms", millis).addKeyValue("status", status);
        if (request.getAttribute(LIMIT) instanceof String limit) {
            end.addKeyValue("setting", limit)
                    .log("{} {} in {} ms, limited by {}", line(request, status), status, millis, limit);
        } else {
            end.log("{} {} in {} ms", line(request, status), status, millis);
        }
    }

    /** Logs a request that was refused before it came to any filter. */
    public static void logRefused(HttpServletRequest request, int status) {
        LogContext.REQUEST.put(RequestId.of(request));
        try {
            log.atInfo().addKeyValue("status", status).log("{} {}", line(request, status), status);
        } finally {
            MDC.clear();
        }
    }

    /** The method and the address, of a refused request no more than its beginning: both may be anything then. */
    private static String line(HttpServletRequest request, int status) {
        String line = request.getMethod() + " " + RequestPath.asSent(request);
        int maximum = Math.max(SHORTEST, LONGEST - RequestId.of(request).length());
        if (status < HttpServletResponse.SC_BAD_REQUEST) {
            return line;
        }
        String printable = UNPRINTABLE.matcher(line).replaceAll("?");
        return printable.length() <= maximum ? printable : printable.substring(0, maximum) + "...";
    }
}
