package dev.parley.web.error;

import dev.parley.application.shared.Language;
import dev.parley.web.http.AcceptedLanguage;
import dev.parley.web.http.RequestId;
import dev.parley.web.http.RequestLog;
import dev.parley.web.request.ContainerError;
import dev.parley.web.request.RequestPath;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.catalina.Container;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Answers what Tomcat refuses before any filter is reached, such as an address that is no URI. */
public final class JsonErrorReportValve extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(JsonErrorReportValve.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What has been refused already comes to a dispatch of its own, or to the report below. */
    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        if (status != null && status.isError()) {
            ContainerError.keep(request, response, status);
        }
        super.invoke(request, response);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            if (!RequestId.isKnown(request.getRequest())) {
                RequestLog.logRefused(request.getRequest(), status.value());
            }
            write(RequestProblems.of(status, request), request, response);
        } catch (IOException e) {
            log.debug("The client is gone", e);
        }
    }

    /** The address may have been refused before it was known to be the application's. */
    private String path(HttpServletRequest request) {
        String contextPath = Arrays.stream(getContainer().findChildren())
                .map(Container::getName)
                .findFirst()
                .orElse("");
        return RequestPath.of(RequestPath.asSent(request), contextPath);
    }

    private void write(HttpError refusal, Request request, Response response) throws IOException {
        String id = RequestId.of(request.getRequest());
        response.setHeader(RequestId.HEADER, id);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        Language language = AcceptedLanguage.spoken(request.getRequest());
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.locale().toLanguageTag());
        Writer body = response.getReporter();
        if (body != null) {
            body.write(JSON.writeValueAsString(ErrorBody.of(refusal, language, path(request.getRequest()), id)));
            response.finishResponse();
        }
    }
}
