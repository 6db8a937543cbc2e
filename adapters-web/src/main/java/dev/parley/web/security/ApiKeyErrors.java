package dev.parley.web.security;

import dev.parley.web.error.HttpError;
import dev.parley.web.error.HttpErrorWriter;
import dev.parley.web.request.RequestError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/** Answers callers without a valid API key; a key that is unknown, one that was revoked and one that has expired are told alike. */
@Component
final class ApiKeyErrors implements AuthenticationEntryPoint {

    private static final HttpError NO_KEY = HttpError.of(RequestError.INVALID_API_KEY)
            .with(Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"parley-keys\""));

    private final HttpErrorWriter writer;

    ApiKeyErrors(HttpErrorWriter writer) {
        this.writer = writer;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        writer.write(NO_KEY, request, response);
    }
}
