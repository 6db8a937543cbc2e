package dev.parley.web.request;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.util.StringUtils;

/**
 * The path of a request in the only form that anything may decide by: decoded, without parameters, empty and dot segments, and
 * without the paths that the container or a proxy put in front of Parley's own.
 */
public final class RequestPath {

    private RequestPath() {}

    /** The path, beginning with a slash; of a dispatch that answers an error, the path that was asked for. */
    public static String of(HttpServletRequest request) {
        return of(asSent(request), request.getContextPath());
    }

    /** The path of an address that the container refused before it knew to which application it belongs. */
    public static String of(String sent, String contextPath) {
        String path = canonical(sent);
        return !contextPath.isEmpty() && (path + "/").startsWith(contextPath + "/")
                ? "/" + path.substring(Math.min(path.length(), contextPath.length() + 1))
                : path;
    }

    /** The path as the client spelled it, for the log and for judging the spelling alone. */
    public static String asSent(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String refused
                ? refused
                : StringUtils.hasLength(request.getRequestURI()) ? request.getRequestURI() : "/";
    }

    private static String canonical(String sent) {
        return isCanonical(sent) ? sent : withoutSpelling(sent);
    }

    /** True for nearly all paths: every filter asks, and nothing has to be taken apart. */
    private static boolean isCanonical(String sent) {
        return sent.length() > 1
                && sent.startsWith("/")
                && !sent.endsWith("/")
                && !sent.contains("//")
                && !sent.contains("/.")
                && sent.chars().allMatch(c -> c > ' ' && c != '%' && c != ';');
    }

    private static String withoutSpelling(String sent) {
        Deque<String> segments = new ArrayDeque<>();
        for (String spelled : StringUtils.tokenizeToStringArray(sent, "/")) {
            String segment = decoded(spelled.replaceFirst(";.*", ""));
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        return "/" + String.join("/", segments);
    }

    private static String decoded(String segment) {
        try {
            return StringUtils.uriDecode(segment, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return segment;
        }
    }
}
