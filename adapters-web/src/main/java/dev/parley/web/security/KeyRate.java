package dev.parley.web.security;

import dev.parley.domain.access.ApiKey;
import dev.parley.web.rate.Buckets;
import dev.parley.web.rate.Rate;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts the requests that are made with an API key; a new one of the same name begins anew. */
final class KeyRate extends OncePerRequestFilter {

    private final Rate keys;

    KeyRate(Buckets buckets) {
        this.keys = new Rate("key", buckets);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SecretAuthentication secret
                && secret.getPrincipal() instanceof ApiKey key) {
            keys.take(key.name() + ":" + key.createdAt(), key.requestsPerMinute())
                    .forEach(response::setHeader);
        }
        chain.doFilter(request, response);
    }
}
