package dev.parley.web.security;

import dev.parley.domain.account.AccountId;
import dev.parley.web.shared.LogContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** Once the caller is known: names the user in the log, and counts the user's requests. */
final class UserRate extends OncePerRequestFilter {

    private final Rate rate;

    UserRate(RequestLimits limits) {
        this.rate = new Rate("user", limits.requestsPerMinute());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<AccountId> caller = Caller.current();
        caller.ifPresent(LogContext.USER::put);
        if (caller.isPresent() && request.getRequestURI().startsWith("/api/")) {
            rate.take(caller.get()).forEach(response::setHeader);
        }
        chain.doFilter(request, response);
    }
}
