package dev.parley.web.error;

import dev.parley.application.shared.Language;
import dev.parley.web.http.AcceptedLanguage;
import dev.parley.web.http.RequestLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes refusals where no controller is: in filters. */
@Component
public final class HttpErrorWriter {

    private final JsonMapper json;

    HttpErrorWriter(JsonMapper json) {
        this.json = json;
    }

    /**
     * Answers with a refusal.
     *
     * @throws IOException if the client is gone
     */
    public void write(HttpError refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        RequestLog.limitedBy(request, refusal.setting());
        response.setStatus(refusal.status().value());
        refusal.headers().forEach(response::setHeader);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        Language language = AcceptedLanguage.spoken(request);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.locale().toLanguageTag());
        byte[] body = json.writeValueAsBytes(ErrorBody.of(refusal, language, request));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
