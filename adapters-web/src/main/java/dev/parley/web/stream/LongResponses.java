package dev.parley.web.stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Prepares responses that take as long as a run; a response stays untouched until it begins. */
@Component
public final class LongResponses {

    private final JsonMapper json;
    private final LongSupplier nanoTime;

    @Autowired
    LongResponses(JsonMapper json) {
        this(json, System::nanoTime);
    }

    /**
     * Makes it with a clock.
     *
     * @param nanoTime what {@link System#nanoTime()} is
     */
    LongResponses(JsonMapper json, LongSupplier nanoTime) {
        this.json = json;
        this.nanoTime = nanoTime;
    }

    /** A stream of events. */
    public EventStream events(HttpServletRequest request, HttpServletResponse response) {
        return new EventStream(request, response, json, nanoTime);
    }

    /** One JSON value, at the end. */
    public DelayedJson json(HttpServletRequest request, HttpServletResponse response) {
        return new DelayedJson(request, response, json, nanoTime);
    }
}
