package dev.parley.web.security;

import dev.parley.domain.account.AccountId;
import dev.parley.web.body.BodyBudget;
import dev.parley.web.body.BodyBudgets;
import dev.parley.web.body.BodyStream;
import dev.parley.web.request.ClientNetwork;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Once the caller is known: counts the request's body against the caller's part of the node's budget. Strangers, who may do
 * nothing but sign in, have a small budget of their own, of which each network address may have a part.
 */
final class BodyAccounting extends OncePerRequestFilter {

    /** Who sends to signed addresses that lead to nothing. */
    private static final String NOBODY = "nobody";

    private final BodyBudgets budgets;
    private final Function<HttpServletRequest, Optional<AccountId>> owners;

    /**
     * Counts bodies.
     *
     * @param owners whose attachment is at a signed address; the account is charged with what comes there
     */
    BodyAccounting(BodyBudgets budgets, Function<HttpServletRequest, Optional<AccountId>> owners) {
        this.budgets = budgets;
        this.owners = owners;
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
            Object account = Caller.current().<Object>map(known -> known).orElseGet(caller::getName);
            return budgets.callers().share(account);
        }
        return SignedAddressFilter.isSigned(request)
                ? budgets.callers().share(owner(request))
                : budgets.signIn().share(ClientNetwork.of(request));
    }

    private Object owner(HttpServletRequest request) {
        return owners.apply(request).<Object>map(owner -> owner).orElse(NOBODY);
    }
}
