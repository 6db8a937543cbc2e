package dev.parley.web.security;

import dev.parley.domain.account.AccountId;
import dev.parley.web.body.BodyBudget;
import dev.parley.web.body.BodyStream;
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
 * Once the caller is known: counts the request's body against the caller's part of the node's budget. Strangers may do nothing
 * but sign in, with bodies that are small and have been read already.
 */
final class BodyAccounting extends OncePerRequestFilter {

    /** Who sends to signed addresses that lead to nothing. */
    private static final String NOBODY = "nobody";

    private final BodyBudget budget;
    private final Function<HttpServletRequest, Optional<AccountId>> owners;

    /**
     * Counts bodies.
     *
     * @param owners whose attachment is at a signed address; the account is charged with what comes there
     */
    BodyAccounting(BodyBudget budget, Function<HttpServletRequest, Optional<AccountId>> owners) {
        this.budget = budget;
        this.owners = owners;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<BodyStream> body = BodyStream.of(request);
        Optional<Object> sender = body.flatMap(present -> sender(request));
        if (sender.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        try (BodyBudget.Share share = budget.share(sender.get())) {
            body.get().countIn(share);
            chain.doFilter(request, response);
        }
    }

    private Optional<Object> sender(HttpServletRequest request) {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller != null) {
            return Optional.of(Caller.current().<Object>map(known -> known).orElseGet(caller::getName));
        }
        return SignedAddressFilter.isSigned(request) ? Optional.of(owner(request)) : Optional.empty();
    }

    private Object owner(HttpServletRequest request) {
        return owners.apply(request).<Object>map(owner -> owner).orElse(NOBODY);
    }
}
