package dev.parley.web.security;

import dev.parley.web.error.HttpError;
import dev.parley.web.error.HttpErrorWriter;
import dev.parley.web.request.RequestError;
import dev.parley.web.token.TokenFault;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Answers callers without a valid token (RFC 6750, section 3) and callers who may not do what they ask for. */
@Component
final class SecurityErrors implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SecurityErrors.class);

    private static final HttpError NO_TOKEN = unauthorized(RequestError.UNAUTHORIZED, "Bearer realm=\"parley\"");

    private static final HttpError NOT_ALLOWED = HttpError.of(RequestError.TOKEN_DOES_NOT_ALLOW);

    private final HttpErrorWriter writer;

    SecurityErrors(HttpErrorWriter writer) {
        this.writer = writer;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        writer.write(e instanceof OAuth2AuthenticationException ? badToken(e) : NO_TOKEN, request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        writer.write(NOT_ALLOWED, request, response);
    }

    /** The reason is for whoever made the token, and for the operator; the token itself is never told. */
    private static HttpError badToken(AuthenticationException e) {
        String reason = TokenFault.reason(e);
        LOG.info("A bearer token is refused: {}", reason);
        return unauthorized(
                RequestError.BEARER_TOKEN_INVALID,
                "Bearer realm=\"parley\", error=\"invalid_token\", error_description=\"" + reason + "\"");
    }

    private static HttpError unauthorized(RequestError error, String challenge) {
        return HttpError.of(error).with(Map.of(HttpHeaders.WWW_AUTHENTICATE, challenge));
    }
}
