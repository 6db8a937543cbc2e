package dev.parley.web.rate;

import dev.parley.web.request.ClientNetwork;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts attempts to register and to sign in by their client, before a controller sees their bodies. What turns out to be
 * no attempt, since it cannot be read or names no address, is not counted when it has been answered.
 */
public final class SignInRateFilter extends OncePerRequestFilter {

    private final RequestMatcher attempts;
    private final @Nullable SignInRate rate;

    /**
     * Makes the filter.
     *
     * @param rate null where there are no local accounts
     */
    public SignInRateFilter(RequestMatcher attempts, @Nullable SignInRate rate) {
        this.attempts = attempts;
        this.rate = rate;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (rate == null || !attempts.matches(request)) {
            chain.doFilter(request, response);
            return;
        }
        String client = ClientNetwork.of(request).key();
        rate.takeForClient(client);
        chain.doFilter(request, response);
        if (!SignInRate.isAttempt(request)) {
            rate.giveBackForClient(client);
        }
    }
}
