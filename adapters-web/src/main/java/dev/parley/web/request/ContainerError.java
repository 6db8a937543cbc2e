package dev.parley.web.request;

import dev.parley.domain.shared.LocalizedText;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.tomcat.util.buf.MessageBytes;
import org.apache.tomcat.util.http.MimeHeaders;
import org.apache.tomcat.util.http.parser.Host;
import org.apache.tomcat.util.res.StringManager;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * What is wrong with a request that Tomcat refuses before it comes to any filter. Tomcat tells no more than a status, but
 * leaves what it has read, and what it has thrown meanwhile.
 */
public final class ContainerError {

    private static final String ATTRIBUTE = ContainerError.class.getName();

    /** What Tomcat refuses in a path that it has read: NUL, separators, and a percent sign with nothing to decode. */
    private static final Pattern UNREADABLE_PATH = Pattern.compile("%00|%2[Ff]|%5[Cc]|\\\\|%(?![0-9A-Fa-f]{2}).{0,2}");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    /** In the language in which Tomcat has thrown it. */
    private static final String TOO_LARGE =
            StringManager.getManager("org.apache.coyote.http11").getString("iib.requestheadertoolarge.error");

    private ContainerError() {}

    /** What is wrong with the request; empty where Tomcat has not refused it, or for a reason that is none of the request's. */
    public static Optional<LocalizedText> of(HttpServletRequest request) {
        return Optional.ofNullable((LocalizedText) request.getAttribute(ATTRIBUTE));
    }

    /** Keeps what is wrong with a request that has been refused with a status, and makes what is left of it readable. */
    public static void keep(Request request, Response response, HttpStatus status) {
        emptyUnreadHeaders(request.getCoyoteRequest().getMimeHeaders());
        reason(request, status).ifPresent(error -> {
            request.setAttribute(ATTRIBUTE, text(error, request));
            if (error == RequestError.HEAD_TOO_LONG) {
                response.setStatus(tooLong(request.getCoyoteRequest()).value());
            }
        });
    }

    private static LocalizedText text(RequestError error, Request request) {
        Matcher path = UNREADABLE_PATH.matcher(RequestPath.asSent(request));
        return error == RequestError.MUST_BE_READABLE && path.find()
                ? RequestError.ADDRESS_MUST_NOT_HAVE.text(path.group())
                : error.text();
    }

    /** Tomcat has one status for both, 400; the request line is read first (RFC 9110, section 15.5.15; RFC 6585, section 5). */
    private static HttpStatus tooLong(org.apache.coyote.Request request) {
        return request.requestURI().isNull() ? HttpStatus.URI_TOO_LONG : HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
    }

    private static Optional<RequestError> reason(Request request, HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> Optional.of(badRequest(request));
            case NOT_IMPLEMENTED ->
                Optional.of(
                        "CONNECT".equals(request.getMethod())
                                ? RequestError.CONNECT_NOT_IMPLEMENTED
                                : RequestError.TRANSFER_ENCODING_UNKNOWN);
            case HTTP_VERSION_NOT_SUPPORTED -> Optional.of(RequestError.HTTP_VERSION_NOT_SUPPORTED);
            case EXPECTATION_FAILED -> Optional.of(RequestError.EXPECTATION_FAILED);
            default -> Optional.empty();
        };
    }

    private static RequestError badRequest(Request request) {
        MimeHeaders headers = request.getCoyoteRequest().getMimeHeaders();
        return request.getCoyoteRequest().getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown
                ? thrown(thrown, request.getCoyoteRequest(), headers)
                : unsuitable(request, headers);
    }

    private static RequestError thrown(Throwable thrown, org.apache.coyote.Request request, MimeHeaders headers) {
        if (thrown instanceof IllegalStateException || TOO_LARGE.equals(thrown.getMessage())) {
            return RequestError.HEAD_TOO_LONG;
        }
        if (request.requestURI().isNull()) {
            return RequestError.REQUEST_LINE_MALFORMED;
        }
        if (request.protocol().isNull()) {
            return RequestError.HTTP_VERSION_NOT_SUPPORTED;
        }
        return isHost(headers) ? RequestError.HEADER_MALFORMED : RequestError.HOST_MALFORMED;
    }

    private static RequestError unsuitable(Request request, MimeHeaders headers) {
        if (hasBadLength(values(headers, HttpHeaders.CONTENT_LENGTH))) {
            return RequestError.CONTENT_LENGTH_MALFORMED;
        }
        if (!values(headers, HttpHeaders.TRANSFER_ENCODING).isEmpty()) {
            return RequestError.TRANSFER_ENCODING_UNKNOWN;
        }
        return request.getResponse().getMessage() == null ? RequestError.HOST_MALFORMED : RequestError.MUST_BE_READABLE;
    }

    private static boolean hasBadLength(List<String> values) {
        return values.size() > 1
                || values.stream().anyMatch(value -> !NUMBER.matcher(value).matches());
    }

    private static boolean isHost(MimeHeaders headers) {
        List<String> hosts = values(headers, HttpHeaders.HOST);
        try {
            hosts.forEach(Host::parse);
            return true;
        } catch (IllegalArgumentException notAHost) {
            return false;
        }
    }

    private static List<String> values(MimeHeaders headers, String name) {
        return Collections.list(headers.values(name));
    }

    /** A header whose value was not read to its end has none, which nobody expects. */
    private static void emptyUnreadHeaders(MimeHeaders headers) {
        for (int index = 0; index < headers.size(); index++) {
            MessageBytes value = headers.getValue(index);
            if (value.isNull()) {
                value.setString("");
            }
        }
    }
}
