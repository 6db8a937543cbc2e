package dev.parley.web.request;

import dev.parley.domain.shared.LocalizedText;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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

    private static final LocalizedText TOO_LONG =
            LocalizedText.of("The address and the headers are too long, or there are too many headers.");
    private static final LocalizedText REQUEST_LINE =
            LocalizedText.of("The method or the address has a character that is not allowed.");
    private static final LocalizedText HTTP_VERSION =
            LocalizedText.of("This server speaks HTTP/1.1 and no other version.");
    private static final LocalizedText HEADER = LocalizedText.of(
            "A header cannot be read: it has no colon, or a character in its name or value that is not allowed.");
    private static final LocalizedText HOST =
            LocalizedText.of("The Host header is missing, is sent twice, is no host, or is not that of the address.");
    private static final LocalizedText CONTENT_LENGTH =
            LocalizedText.of("The Content-Length header must be one number.");
    private static final LocalizedText TRANSFER_ENCODING =
            LocalizedText.of("The Transfer-Encoding header must be \"chunked\", and needs HTTP/1.1.");
    private static final LocalizedText CONNECT =
            LocalizedText.of("This server is no proxy, so it does not take the method CONNECT.");
    private static final LocalizedText EXPECTATION = LocalizedText.of("The Expect header must be \"100-continue\".");
    private static final LocalizedText ADDRESS = LocalizedText.of("The address, its query or a header cannot be read.");

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
        reason(request, status).ifPresent(words -> {
            request.setAttribute(ATTRIBUTE, words);
            if (words.equals(TOO_LONG)) {
                response.setStatus(tooLong(request.getCoyoteRequest()).value());
            }
        });
    }

    /** Tomcat has one status for both, 400; the request line is read first (RFC 9110, section 15.5.15; RFC 6585, section 5). */
    private static HttpStatus tooLong(org.apache.coyote.Request request) {
        return request.requestURI().isNull() ? HttpStatus.URI_TOO_LONG : HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
    }

    private static Optional<LocalizedText> reason(Request request, HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> Optional.of(badRequest(request));
            case NOT_IMPLEMENTED -> Optional.of("CONNECT".equals(request.getMethod()) ? CONNECT : TRANSFER_ENCODING);
            case HTTP_VERSION_NOT_SUPPORTED -> Optional.of(HTTP_VERSION);
            case EXPECTATION_FAILED -> Optional.of(EXPECTATION);
            default -> Optional.empty();
        };
    }

    private static LocalizedText badRequest(Request request) {
        MimeHeaders headers = request.getCoyoteRequest().getMimeHeaders();
        return request.getCoyoteRequest().getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown
                ? thrown(thrown, request.getCoyoteRequest(), headers)
                : unsuitable(request, headers);
    }

    private static LocalizedText thrown(Throwable thrown, org.apache.coyote.Request request, MimeHeaders headers) {
        if (thrown instanceof IllegalStateException || TOO_LARGE.equals(thrown.getMessage())) {
            return TOO_LONG;
        }
        if (request.requestURI().isNull()) {
            return REQUEST_LINE;
        }
        if (request.protocol().isNull()) {
            return HTTP_VERSION;
        }
        return isHost(headers) ? HEADER : HOST;
    }

    private static LocalizedText unsuitable(Request request, MimeHeaders headers) {
        if (hasBadLength(values(headers, HttpHeaders.CONTENT_LENGTH))) {
            return CONTENT_LENGTH;
        }
        if (!values(headers, HttpHeaders.TRANSFER_ENCODING).isEmpty()) {
            return TRANSFER_ENCODING;
        }
        return request.getResponse().getMessage() == null ? HOST : ADDRESS;
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
