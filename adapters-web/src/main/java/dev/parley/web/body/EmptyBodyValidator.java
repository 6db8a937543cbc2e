package dev.parley.web.body;

import dev.parley.domain.shared.InvalidRequest;
import dev.parley.web.error.HttpErrorException;
import dev.parley.web.error.RequestProblems;
import dev.parley.web.request.RequestError;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/** The body of a call that needs none: nothing, or a JSON object for clients that always send one. */
@Component
public final class EmptyBodyValidator {

    private final JsonMapper json;

    EmptyBodyValidator(JsonMapper json) {
        this.json = json;
    }

    /**
     * Checks the body.
     *
     * @throws HttpErrorException if there is one that is not sent as JSON
     * @throws InvalidRequest if there is one that is no JSON object
     * @throws IOException if the client is gone
     */
    public void check(HttpServletRequest request) throws IOException {
        PushbackInputStream body = new PushbackInputStream(request.getInputStream());
        int first = body.read();
        if (first < 0) {
            return;
        }
        if (!isJson(request.getContentType())) {
            throw new HttpErrorException(RequestProblems.NOT_JSON);
        }
        body.unread(first);
        if (!isObject(body)) {
            throw new InvalidRequest("body", RequestError.MUST_BE_EMPTY_OR_AN_OBJECT);
        }
    }

    private boolean isObject(InputStream body) {
        try {
            return json.readValue(body, AnyObject.class) != null;
        } catch (MismatchedInputException e) {
            return false;
        }
    }

    private static boolean isJson(@Nullable String contentType) {
        try {
            return contentType != null
                    && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    /** An object whose members are skipped as they are read. */
    private record AnyObject() {}
}
