package dev.parley.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Tells browsers that an answer is no page of which anything may run or be framed, that other sites may not embed it, and that
 * its address is nobody's business. Whoever answers with something else says so before.
 */
final class SafeHeaders implements HeaderWriter {

    private static final String POLICY = "Content-Security-Policy";
    private static final String EMBEDDING = "Cross-Origin-Resource-Policy";
    private static final String REFERRER = "Referrer-Policy";

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    /** What Swagger UI loads and does is of this server; its styles stand in the page, its images partly too. */
    private static final String OWN = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final RequestMatcher SWAGGER_UI =
            PathPatternRequestMatcher.withDefaults().matcher("/swagger-ui/**");

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        set(response, POLICY, SWAGGER_UI.matches(request) ? OWN : NOTHING);
        set(response, EMBEDDING, SignedAddressFilter.isSigned(request) ? "cross-origin" : "same-origin");
        set(response, REFERRER, "no-referrer");
    }

    private static void set(HttpServletResponse response, String name, String value) {
        if (!response.containsHeader(name)) {
            response.setHeader(name, value);
        }
    }
}
