package dev.parley.web.security;

import dev.parley.domain.shared.LocalizedText;
import dev.parley.web.error.HttpError;
import dev.parley.web.error.HttpErrorWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/** Answers callers without a valid API key; a key that is unknown, one that was revoked and one that has expired are told alike. */
@Component
final class ApiKeyErrors implements AuthenticationEntryPoint {

    private static final HttpError NO_KEY = new HttpError(
            HttpStatus.UNAUTHORIZED,
            "INVALID_API_KEY",
            LocalizedText.of(
                    "A valid API key is needed: send the header Authorization: Bearer with a key that was made with \"keys add\" and is neither revoked nor expired."),
            Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"parley-keys\""));

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
