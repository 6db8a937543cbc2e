package dev.parley.web.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers what fails in a filter, where no advice reaches, with the same envelope. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class FilterFailures extends OncePerRequestFilter {

    private final Refusals refusals;
    private final RefusalWriter writer;

    FilterFailures(Refusals refusals, RefusalWriter writer) {
        this.refusals = refusals;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException e) {
            Refusal refusal = refusals.of(e);
            if (!response.isCommitted()) {
                response.resetBuffer();
                writer.write(refusal, request, response);
            }
        }
    }
}
