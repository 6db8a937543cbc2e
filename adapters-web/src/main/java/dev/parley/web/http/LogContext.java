package dev.parley.web.http;

import java.util.Locale;
import org.slf4j.MDC;

/** What each log line of a request tells about it. */
public enum LogContext {
    /** The request's id, {@code request_id}. */
    REQUEST,
    /** The caller's account, {@code user_id}. */
    USER,
    /** The session that is asked for, {@code session_id}. */
    SESSION;

    private final String key = name().toLowerCase(Locale.ROOT) + "_id";

    /** Adds it to all lines until the request ends. */
    public void put(Object id) {
        MDC.put(key, id.toString());
    }
}
