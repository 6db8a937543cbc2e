package dev.parley.web.security;

import dev.parley.web.error.HttpError;
import dev.parley.web.error.HttpErrorException;
import dev.parley.web.request.RequestError;
import dev.parley.web.request.RequestPath;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets requests to signed addresses of attachments pass without a token. Whoever sends a signature sends a good one. */
final class SignedAddressFilter extends OncePerRequestFilter {

    private static final String ATTRIBUTE = SignedAddressFilter.class.getName();

    private static final Pattern MAY_BE_SIGNED =
            Pattern.compile("PUT /api/v1/attachments/atc_[0-9a-f]+|GET /api/v1/attachments/atc_[0-9a-f]+(/preview)?");

    /** The year 5138; a longer number is nothing that was signed here. */
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

    private static final HttpError INVALID = HttpError.of(RequestError.INVALID_SIGNATURE);

    private final SignedAddresses addresses;

    SignedAddressFilter(SignedAddresses addresses) {
        this.addresses = addresses;
    }

    /** Whether the request's address has been found to be well signed. */
    static boolean isSigned(@Nullable HttpServletRequest request) {
        return request != null && request.getAttribute(ATTRIBUTE) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = RequestPath.of(request);
        if (MAY_BE_SIGNED.matcher(request.getMethod() + " " + path).matches()) {
            String signature = request.getParameter(SignedAddresses.SIGNATURE);
            if (signature != null) {
                check(request, path, signature);
            }
        }
        chain.doFilter(request, response);
    }

    private void check(HttpServletRequest request, String path, String signature) {
        String expires = request.getParameter(SignedAddresses.EXPIRES);
        if (expires == null
                || !SECONDS.matcher(expires).matches()
                || !addresses.isValid(request.getMethod(), path, expires, signature)) {
            throw new HttpErrorException(INVALID);
        }
        request.setAttribute(ATTRIBUTE, true);
    }
}
