package dev.parley.web.http;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of one request, in its answer and in all that is logged about it. */
public final class RequestId {

    /** The header that carries it both ways. */
    public static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = RequestId.class.getName();
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:-]{1,128}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private RequestId() {}

    /** The request's id: the caller's own if it is 1 to 128 letters, digits and {@code ._:-}, else a new one. */
    public static String of(ServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String id = request instanceof HttpServletRequest http ? ofCaller(http.getHeader(HEADER)) : random();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    /** Whether the request has its name, because a filter has seen it. */
    public static boolean isKnown(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) != null;
    }

    private static String ofCaller(@Nullable String id) {
        return id != null && SANE.matcher(id).matches() ? id : random();
    }

    private static String random() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
