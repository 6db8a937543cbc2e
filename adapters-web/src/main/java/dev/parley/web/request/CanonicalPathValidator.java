package dev.parley.web.request;

import dev.parley.domain.shared.Failure;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
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

    /** What Spring Security refuses in a decoded path, without a word on what it was: percent, controls, and line ends. */
    private static final String ENCODED_CONTROL = "%(?:25|[01][0-9A-Fa-f]|7[Ff]|[Ee]2%80%[Aa][89])";

    private static final Pattern ODD =
            Pattern.compile(String.join("|", "//", ";", "/\\.{1,2}(?=/|$)", ENCODED_UNRESERVED, ENCODED_CONTROL));

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Matcher odd = ODD.matcher(RequestPath.asSent(request));
        if (odd.find()) {
            throw new Failure(RequestError.ADDRESS_MUST_NOT_HAVE, odd.group());
        }
        chain.doFilter(request, response);
    }
}
