package dev.parley.web.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses paths that are spelled as no honest client spells them: with unreserved characters in percent (RFC 3986, section
 * 6.2.2.2), empty segments, dot segments or parameters. So each address has one spelling.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 17)
final class CanonicalPathValidator extends OncePerRequestFilter {

    private static final String ENCODED_UNRESERVED =
            "%(?:2[DdEe]|3[0-9]|4[1-9A-Fa-f]|5[0-9AaFf]|6[1-9A-Fa-f]|7[0-9AaEe])";

    private static final Pattern ODD = Pattern.compile("//|;|/\\.{1,2}(?:/|$)|" + ENCODED_UNRESERVED);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (ODD.matcher(RequestPath.asSent(request)).find()) {
            throw new RequestRejectedException("The path has another spelling");
        }
        chain.doFilter(request, response);
    }
}
