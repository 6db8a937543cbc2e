package dev.parley.web.error;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers what fails in a filter, where no advice reaches, with the same envelope. Once an answer has begun no other can be
 * given: its connection is closed, which tells that it is not whole.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class FilterFailures extends OncePerRequestFilter {

    private static final String BROKEN_OFF = FilterFailures.class.getName();

    private final HttpErrors refusals;
    private final HttpErrorWriter writer;

    FilterFailures(HttpErrors refusals, HttpErrorWriter writer) {
        this.refusals = refusals;
        this.writer = writer;
    }

    /** The answer to what Tomcat refuses is made in a dispatch of its own, from the same request. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** Lets the connection of a request be closed whose answer has begun and cannot be ended. */
    static void breakOff(HttpServletRequest request) {
        request.setAttribute(BROKEN_OFF, true);
    }

    static boolean isBrokenOff(HttpServletRequest request) {
        return request.getAttribute(BROKEN_OFF) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            // Where no other filter has done so, for the client may have named an encoding that there is not.
            request.setCharacterEncoding(StandardCharsets.UTF_8);
        }
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException e) {
            HttpError refusal = refusals.of(e);
            if (response.isCommitted()) {
                breakOff(request);
                return;
            }
            response.resetBuffer();
            writer.write(refusal, request, response);
        }
    }
}
