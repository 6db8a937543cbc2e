package dev.parley.web.security;

import dev.parley.web.request.BodyBudget;
import dev.parley.web.request.BodyBudgets;
import dev.parley.web.request.BodyStream;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Once the caller is known: counts the request's body against the caller's part of the node's budget. Strangers, who may do
 * nothing but sign in, have a small budget of their own, of which each network address may have a part.
 */
final class BodyAccounting extends OncePerRequestFilter {

    private static final String SIGNED_ADDRESSES = "signed addresses";

    private final BodyBudgets budgets;

    BodyAccounting(BodyBudgets budgets) {
        this.budgets = budgets;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<BodyStream> body = BodyStream.of(request);
        if (body.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        try (BodyBudget.Share share = share(request)) {
            body.get().countIn(share);
            chain.doFilter(request, response);
        }
    }

    private BodyBudget.Share share(HttpServletRequest request) {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller != null) {
            return budgets.callers()
                    .share(Caller.current().<Object>map(account -> account).orElse(caller.getPrincipal()));
        }
        return SignedAddressFilter.isSigned(request)
                ? budgets.callers().share(SIGNED_ADDRESSES)
                : budgets.signIn().share(request.getRemoteAddr());
    }
}
