package dev.parley.web.security;

import dev.parley.domain.account.AccountId;
import dev.parley.web.error.HttpError;
import dev.parley.web.error.HttpErrorException;
import dev.parley.web.rate.Buckets;
import dev.parley.web.rate.Rate;
import dev.parley.web.rate.RequestLimits;
import dev.parley.web.request.ConcurrencyLimit;
import dev.parley.web.request.RequestError;
import dev.parley.web.request.RequestPath;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts the requests to signed addresses, whose callers are not known: those to each address, and those to all addresses of
 * an owner's attachments together, of which a page may show many. An owner's run side by side up to a number on each node.
 */
final class SignedAddressRate extends OncePerRequestFilter {

    /** How many times the requests of a user may go to the addresses of an owner. */
    private static final int ADDRESSES = 10;

    private static final int MAXIMUM_AT_ONCE = 32;

    private static final HttpError TOO_MANY_AT_ONCE =
            HttpError.of(RequestError.DOWNLOAD_LIMIT, MAXIMUM_AT_ONCE).with(Map.of(HttpHeaders.RETRY_AFTER, "1"));

    private final Rate addresses;
    private final Rate ofOwners;
    private final int ofAddress;
    private final int ofOwner;
    private final Function<HttpServletRequest, Optional<AccountId>> owners;
    private final ConcurrencyLimit<AccountId> running = new ConcurrencyLimit<>(MAXIMUM_AT_ONCE);

    /**
     * Counts requests.
     *
     * @param owners whose attachment is at a request's address
     */
    SignedAddressRate(RequestLimits limits, Buckets buckets, Function<HttpServletRequest, Optional<AccountId>> owners) {
        this.addresses = Rate.ofSetting("user", buckets);
        this.ofOwners = Rate.ofSetting("owner", buckets);
        this.ofAddress = limits.requestsPerMinute();
        this.ofOwner = (int) Math.min(Integer.MAX_VALUE, (long) ADDRESSES * ofAddress);
        this.owners = owners;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !SignedAddressFilter.isSigned(request) || Caller.current().isPresent();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        addresses.take(RequestPath.of(request), ofAddress).forEach(response::setHeader);
        Optional<AccountId> owner = owners.apply(request);
        if (owner.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        ofOwners.take(owner.get(), ofOwner);
        serve(owner.get(), request, response, chain);
    }

    private void serve(AccountId owner, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!running.tryBegin(owner)) {
            throw new HttpErrorException(TOO_MANY_AT_ONCE);
        }
        try {
            chain.doFilter(request, response);
        } finally {
            running.end(owner);
        }
    }
}
